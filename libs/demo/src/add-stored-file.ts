import { createHash } from 'node:crypto';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';

/** Adds a text file unless its bytes are there already, and says how to refer to it. */
export function addStoredFile(rows: DemoRows, text: string, createdAt: Date) {
  const bytes = new TextEncoder().encode(`${text}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const fileId = demoId('file', sha256);
  if (!rows.contents.has(sha256)) {
    rows.contents.set(sha256, bytes);
    rows.storedFiles.push({
      id: fileId,
      sha256,
      mediaType: 'text/plain',
      byteSize: bytes.byteLength,
      createdAt,
    });
  }
  return { fileId, sha256 };
}
