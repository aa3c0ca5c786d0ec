import type { FileHandle } from 'node:fs/promises';

/** Bytes that can be read from any place, so that no file has to be held whole. */
export interface ByteSource {
  size: number;
  /** Up to `length` bytes; fewer at the end. */
  read: (offset: number, length: number) => Promise<Buffer>;
}

export const bytesOf = (buffer: Buffer): ByteSource => ({
  size: buffer.length,
  read: (offset, length) => Promise.resolve(buffer.subarray(offset, offset + length)),
});

export const bytesOfFile = (file: FileHandle, size: number): ByteSource => ({
  size,
  async read(offset, length) {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const buffer = Buffer.alloc(wanted);
    const { bytesRead } = await file.read(buffer, 0, wanted, offset);
    return buffer.subarray(0, bytesRead);
  },
});

const CHUNK = 64 * 1024;

/** All bytes in order, piece by piece; each piece begins with the last `overlap` bytes of the one before. */
export async function* pieces(bytes: ByteSource, overlap = 0): AsyncGenerator<Buffer> {
  for (let offset = 0; offset < bytes.size; offset += CHUNK) {
    const start = Math.max(0, offset - overlap);
    yield await bytes.read(start, offset - start + CHUNK);
  }
}
