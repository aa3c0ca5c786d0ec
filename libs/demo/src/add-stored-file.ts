import { createHash } from 'node:crypto';
import { FILE_EVENTS } from '@taizhang/files/rules';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';

/** Adds a text file unless its bytes are there already, and says how to refer to it. */
export function addStoredFile(past: DemoPast, text: string, step: Step): string {
  const bytes = new TextEncoder().encode(`${text}\n`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const id = demoId('file', sha256);
  if (!past.contents.has(sha256)) {
    past.contents.set(sha256, bytes);
    const row = { id, sha256, mediaType: 'text/plain', byteSize: bytes.byteLength };
    past.make(FILE_EVENTS.FILE_STORED, row, step);
  }
  return id;
}
