import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { PutObjectCommandInput, S3ClientConfig } from '@aws-sdk/client-s3';
import type { FileStorage } from './file-storage.ts';
import { onStorage } from './storage-failure.ts';

/** A bucket that speaks S3, and what opens it. */
export interface S3Settings {
  /** Null: Amazon's own, by its region. */
  endpoint: string | null;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The bucket's name as part of the path, as most servers outside Amazon want it. */
  forcePathStyle: boolean;
}

/** How any bucket of a hub is reached. */
export const clientSettings = ({
  endpoint,
  region,
  accessKeyId,
  secretAccessKey,
  forcePathStyle,
}: S3Settings): S3ClientConfig => ({
  ...(endpoint && { endpoint }),
  region,
  credentials: { accessKeyId, secretAccessKey },
  forcePathStyle,
  // Other makers' servers do not know Amazon's newer checksums; the name of each object is one.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3_000, socketTimeout: 30_000 },
});

/** Keeps files as objects of a bucket. The client is a large package, loaded by hubs that use it only. */
export async function s3Storage(settings: S3Settings): Promise<FileStorage> {
  const { GetObjectCommand, HeadBucketCommand, HeadObjectCommand, PutObjectCommand, S3Client } =
    await import('@aws-sdk/client-s3');
  const { bucket: Bucket } = settings;
  const client = new S3Client(clientSettings(settings));
  const keyOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

  const exists = async (sha256: string) => {
    try {
      await client.send(new HeadObjectCommand({ Bucket, Key: keyOf(sha256) }));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  };

  /** Puts an object, which appears whole or not at all; the server checks its SHA-256 by the signature. */
  const putObject = async (
    sha256: string,
    body: Pick<PutObjectCommandInput, 'Body'>,
    size: number,
  ) => {
    const command = new PutObjectCommand({
      Bucket,
      Key: keyOf(sha256),
      ...body,
      ContentLength: size,
    });
    command.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['x-amz-content-sha256'] = sha256;
        return next(args);
      },
      { step: 'build' },
    );
    await client.send(command);
  };

  return {
    put: (sha256, path) =>
      onStorage(async () => {
        if (await exists(sha256)) return;
        const { size } = await stat(path);
        await putObject(sha256, { Body: createReadStream(path) }, size);
      }),
    keep: (sha256, bytes) =>
      onStorage(async () => {
        if (!(await exists(sha256))) await putObject(sha256, { Body: bytes }, bytes.byteLength);
      }),
    open: (sha256, range) =>
      onStorage(async () => {
        try {
          const { Body } = await client.send(
            new GetObjectCommand({
              Bucket,
              Key: keyOf(sha256),
              ...(range && { Range: `bytes=${range.start}-${range.end}` }),
            }),
          );
          return Body instanceof Readable ? Body : null;
        } catch (error) {
          if (isMissing(error)) return null;
          throw error;
        }
      }),
    check: () =>
      onStorage(async () => {
        await client.send(new HeadBucketCommand({ Bucket }));
      }),
    close: () => client.destroy(),
  };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
