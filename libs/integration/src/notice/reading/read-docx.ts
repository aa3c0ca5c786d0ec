import type JSZip from 'jszip';

import { NoticeUnreadable } from './notice-unreadable.ts';
import { readDocumentXml } from './read-document-xml.ts';
import { unpackParts } from './unpack-zip.ts';
import { writeOutNumbers } from './write-out-numbers.ts';

/** Only what text is made of; pictures and fonts are never unpacked. */
const PARTS = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml'] as const;

/**
 * The text of a Word document, automatic numbers and tables written out.
 * @throws NoticeUnreadable TOO_MUCH_INSIDE or DAMAGED
 */
export async function readDocx(zip: JSZip): Promise<string> {
  const parts = await unpackParts(zip, PARTS);
  const [document = '', styles = '', numbering = ''] = PARTS.map((name) => parts.get(name));
  if (!document.includes('<w:body')) throw new NoticeUnreadable('DAMAGED');
  return readDocumentXml(writeOutNumbers(document, numbering, styles));
}
