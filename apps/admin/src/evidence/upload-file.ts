import { safeFileName } from '@taizhang/platform/rules';

/** What the hub answers to POST /files. */
export interface StoredFile {
  fileId: string;
  sha256: string;
  byteSize: number;
  mediaType: string;
}

/** Why a file was not stored: `message` is the hub's "中文 / English" where it gave one. */
export class UploadError extends Error {
  readonly kind: 'cancelled' | 'refused' | 'unanswered';

  constructor(kind: UploadError['kind'], message = '') {
    super(message);
    this.kind = kind;
  }
}

export interface UploadOptions {
  onProgress(share: number): void;
  signal: AbortSignal;
}

/** Sends a file's bytes. XMLHttpRequest, because fetch cannot tell how much of a body has gone. */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/files');
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
    request.setRequestHeader('X-Taizhang-Upload', '1');
    request.setRequestHeader('X-Taizhang-File-Name', encodeURIComponent(safeFileName(file.name)));
    request.setRequestHeader('X-Taizhang-Client', 'admin');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status === 201 && isStoredFile(answer)) resolve(answer);
      else reject(new UploadError('refused', refusalOf(answer)));
    };
    request.onerror = () => reject(new UploadError('unanswered'));
    request.onabort = () => reject(new UploadError('cancelled'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isStoredFile(answer: unknown): answer is StoredFile {
  return typeof answer === 'object' && answer !== null && 'fileId' in answer;
}

function refusalOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return '';
  const { error } = answer;
  if (typeof error !== 'object' || error === null || !('message' in error)) return '';
  return typeof error.message === 'string' ? error.message : '';
}
