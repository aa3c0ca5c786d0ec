import JSZip from 'jszip';

import { NoticeUnreadable } from './notice-unreadable.ts';
import { readDocumentXml } from './read-document-xml.ts';
import { writeOutNumbers } from './write-out-numbers.ts';

/** Only what text is made of; pictures and fonts are never unpacked. */
const PARTS = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml'] as const;
/** A notice of 30,000 signs has about 3 MB of XML; a zip bomb has gigabytes. */
const MOST_UNPACKED_BYTES = 40 * 1024 * 1024;
const MOST_ENTRIES = 5000;

/**
 * The text of a Word document, automatic numbers written out.
 * @throws NoticeUnreadable UNKNOWN_BINARY (another zip), TOO_MUCH_INSIDE or DAMAGED
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes).catch((error: unknown) => {
    throw new NoticeUnreadable('DAMAGED', { cause: error });
  });
  if (Object.keys(zip.files).length > MOST_ENTRIES) throw new NoticeUnreadable('TOO_MUCH_INSIDE');
  if (!zip.file('word/document.xml')) throw new NoticeUnreadable('UNKNOWN_BINARY');
  try {
    const parts = await unpackParts(zip);
    const document = parts.get('word/document.xml') ?? '';
    if (!document.includes('<w:body')) throw new NoticeUnreadable('DAMAGED');
    const numbering = parts.get('word/numbering.xml') ?? '';
    return readDocumentXml(
      writeOutNumbers(document, numbering, parts.get('word/styles.xml') ?? ''),
    );
  } catch (error) {
    if (error instanceof NoticeUnreadable) throw error;
    throw new NoticeUnreadable('DAMAGED', { cause: error });
  }
}

async function unpackParts(zip: JSZip): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  let room = MOST_UNPACKED_BYTES;
  for (const name of PARTS) {
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
