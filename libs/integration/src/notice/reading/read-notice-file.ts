import { open } from 'node:fs/promises';

import { readNoticeBytes, type NoticeText } from './read-notice-bytes.ts';
import { NoticeUnreadable } from './notice-unreadable.ts';

/** Largest file that is read, in bytes. */
export const LARGEST_NOTICE_BYTES = 20 * 1024 * 1024;

/**
 * Reads a notice from a txt, docx, html or pdf file; the kind follows from the content, not the name.
 * Spans of `parseNotice(text)` are offsets in the `text` that this returns.
 * @throws NoticeUnreadable with a code for every way in which a file cannot be read.
 */
export async function readNoticeFile(path: string): Promise<NoticeText> {
  const bytes = await readWithinLimit(path);
  return readNoticeBytes(bytes);
}

/** Measures before it reads, and never reads past the limit even if the file grows meanwhile. */
async function readWithinLimit(path: string): Promise<Uint8Array> {
  // 'r' on a named pipe would wait for a writer; the non-blocking flag makes open return.
  const handle = await open(path, 0o4000).catch((error: NodeJS.ErrnoException) => {
    throw new NoticeUnreadable(codeOf(error), { cause: error });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new NoticeUnreadable('NOT_A_FILE');
    if (stat.size === 0) throw new NoticeUnreadable('EMPTY');
    if (stat.size > LARGEST_NOTICE_BYTES) throw new NoticeUnreadable('TOO_LARGE');
    const bytes = new Uint8Array(stat.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await handle.close();
  }
}

function codeOf(error: NodeJS.ErrnoException): 'NOT_FOUND' | 'NOT_A_FILE' | 'NO_PERMISSION' {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'NO_PERMISSION';
  return error.code === 'EISDIR' || error.code === 'ENXIO' ? 'NOT_A_FILE' : 'NOT_FOUND';
}
