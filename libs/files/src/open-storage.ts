import { join } from 'node:path';
import { StartupError } from '@taizhang/platform';
import type { FileStorage } from './file-storage.ts';
import { folderStorage } from './folder-storage.ts';
import { s3Storage, type S3Settings } from './s3-storage.ts';
import { Staging } from './stage-upload.ts';

/** Where files are kept, and where uploads lie until they are. */
export interface Files {
  storage: FileStorage;
  staging: Staging;
}

/** Where the data folder is, and the bucket that files are kept in instead; null: they are kept in the folder. */
export interface StorageSettings {
  dataDir: string;
  s3: S3Settings | null;
}

/**
 * Opens the configured storage of files. Its owner clears what a killed hub left half received.
 *
 * @throws StartupError when the folder or the bucket cannot be used.
 */
export async function openStorage(
  { dataDir, s3 }: StorageSettings,
  { isOwner = true } = {},
): Promise<Files> {
  const folder = join(dataDir, 'files');
  const incoming = join(folder, '.incoming');
  const staging = new Staging(incoming);
  const swept = isOwner ? staging.sweep() : Promise.resolve();
  await swept.catch((error: Error) => {
    throw new StartupError(
      'FILES_UNWRITABLE',
      `文件目录 ${folder} 不能写入，请检查路径与权限（${error.message}）。`,
      `The folder of files ${folder} cannot be written: check the path and its permissions (${error.message}).`,
    );
  });
  if (!s3) return { storage: folderStorage(folder, incoming), staging };
  const storage = await s3Storage(s3);
  await storage.check().catch((error: Error) => {
    storage.close();
    throw new StartupError(
      'BUCKET_UNREACHABLE',
      `存储桶 ${s3.bucket}（${s3.endpoint ?? s3.region}）不可用，请检查 S3_ 开头的环境变量与网络（${reasonOf(error)}）。`,
      `The bucket ${s3.bucket} (${s3.endpoint ?? s3.region}) cannot be used: check the S3_ variables and the network (${reasonOf(error)}).`,
    );
  });
  return { storage, staging };
}

/** The name of what went wrong; the client's own messages can run over lines. */
function reasonOf({ cause }: Error): string {
  if (!(cause instanceof Error)) return 'unknown';
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
