import { isDiskFull } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { UploadRefused } from './refuse-upload.ts';

/** Thrown when the place where files are kept does not do its work; `cause` is for the log. */
export class StorageUnavailable extends Error {
  constructor(cause: unknown) {
    super('the storage of files is not available', { cause });
  }
}

/** Says what a failure of the storage means to whoever sends a file. */
export function refuseForStorage({ cause }: StorageUnavailable): UploadRefused {
  return isDiskFull(cause)
    ? new UploadRefused(
        507,
        'STORAGE_FULL',
        bilingual(
          '存储空间已满，文件未保存，请联系管理员',
          'The storage is full and the file was not kept: tell the administrator',
        ),
      )
    : new UploadRefused(
        503,
        'STORAGE_UNAVAILABLE',
        bilingual(
          '文件存储暂不可用，文件未保存，请稍后重试',
          'The storage of files is not available and nothing was kept: try again later',
        ),
      );
}

/** Runs a step on the storage, so that its failures are known as such. @throws StorageUnavailable */
export async function onStorage<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    throw new StorageUnavailable(error);
  }
}
