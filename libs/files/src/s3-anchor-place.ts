import { createHash } from 'node:crypto';
import type { AnchorPlace, LockedBucket } from '@taizhang/platform';
import { clientSettings, type S3Settings } from './s3-storage.ts';

const DAY_MS = 86_400_000;

/** Keeps anchors as objects that nobody, the bucket's owner included, can change or delete before their time. */
export function s3AnchorPlace(settings: S3Settings, { bucket, days }: LockedBucket): AnchorPlace {
  return {
    name: `s3 ${bucket}`,
    put: async ({ at, position, key }, line) => {
      const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
      const client = new S3Client(clientSettings(settings));
      try {
        await client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: `anchors/${key}/${String(position).padStart(15, '0')}-${at}.json`,
            Body: line,
            // A lock is taken only with a checksum of the body.
            ContentMD5: createHash('md5').update(line).digest('base64'),
            ObjectLockMode: 'COMPLIANCE',
            ObjectLockRetainUntilDate: new Date(Date.parse(at) + days * DAY_MS),
          }),
        );
      } finally {
        client.destroy();
      }
    },
  };
}
