import JSZip from 'jszip';

import { NoticeUnreadable } from './notice-unreadable.ts';

/** A notice of 30,000 signs has about 3 MB of XML; a zip bomb has gigabytes. */
const MOST_UNPACKED_BYTES = 40 * 1024 * 1024;
const MOST_ENTRIES = 5000;

/** @throws NoticeUnreadable DAMAGED or TOO_MUCH_INSIDE */
export async function openZip(bytes: Uint8Array): Promise<JSZip> {
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw new NoticeUnreadable('DAMAGED', { cause: error });
  });
  if (Object.keys(zip.files).length > MOST_ENTRIES) throw new NoticeUnreadable('TOO_MUCH_INSIDE');
  return zip;
}

/** The parts with these names that are there; together they may not unpack to more than the limit. */
export async function unpackParts(
  zip: JSZip,
  names: readonly string[],
): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  let room = MOST_UNPACKED_BYTES;
  for (const name of names) {
    const entry = zip.file(name);
    if (!entry) continue;
    const content = await unpackWithin(entry, room);
    room -= content.length;
    parts.set(name, content.toString('utf8'));
  }
  return parts;
}

/** Counts what really comes out: the size that a zip states about itself may be a lie. */
function unpackWithin(entry: JSZip.JSZipObject, room: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = entry.nodeStream('nodebuffer');
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > room) {
        stream.pause();
        reject(new NoticeUnreadable('TOO_MUCH_INSIDE'));
        return;
      }
      chunks.push(chunk);
    });
    stream.on('end', () => resolve(Buffer.concat(chunks)));
    stream.on('error', reject);
  });
}
