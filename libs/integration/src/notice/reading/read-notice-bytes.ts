import { decodeText } from './decode-text.ts';
import { readDocx } from './read-docx.ts';
import { looksLikeHtml, readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import { readXlsx } from './read-xlsx.ts';
import { openZip } from './unpack-zip.ts';
import { writeOutTables } from './write-out-tables.ts';
import { NoticeUnreadable } from './notice-unreadable.ts';

export type NoticeFormat = 'txt' | 'html' | 'docx' | 'xlsx' | 'pdf';

export interface NoticeText {
  readonly text: string;
  readonly format: NoticeFormat;
  /** How the bytes were decoded (utf-8, utf-16le, utf-16be, gb18030, big5); null for docx, xlsx and pdf. */
  readonly encoding: string | null;
}

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Reads a notice from bytes that are already in memory (an upload). The kind follows from the content.
 * @throws NoticeUnreadable
 */
export async function readNoticeBytes(bytes: Uint8Array): Promise<NoticeText> {
  if (bytes.length === 0) throw new NoticeUnreadable('EMPTY');
  const read = await readByKind(bytes);
  if (read.text.trim() === '') throw new NoticeUnreadable('EMPTY');
  return read;
}

async function readByKind(bytes: Uint8Array): Promise<NoticeText> {
  if (startsWith(bytes, CFB)) throw new NoticeUnreadable(kindOfCompound(bytes));
  if (startsWith(bytes, ascii('PK\u0003\u0004')) || startsWith(bytes, ascii('PK\u0005\u0006'))) {
    return readZip(bytes);
  }
  if (latin(bytes, 0, 1024).includes('%PDF-')) {
    return { text: await readPdf(bytes), format: 'pdf', encoding: null };
  }
  if (startsWith(bytes, ascii('{\\rtf'))) throw new NoticeUnreadable('UNKNOWN_BINARY');
  const { text, encoding } = decodeText(bytes);
  if (looksLikeHtml(text)) return { text: readHtml(text), format: 'html', encoding };
  return { text: writeOutTables(text), format: 'txt', encoding };
}

async function readZip(bytes: Uint8Array): Promise<NoticeText> {
  const zip = await openZip(bytes);
  const format = zip.file('word/document.xml')
    ? 'docx'
    : zip.file('xl/workbook.xml')
      ? 'xlsx'
      : null;
  if (!format) throw new NoticeUnreadable('UNKNOWN_BINARY');
  try {
    const text = format === 'docx' ? await readDocx(zip) : await readXlsx(zip, bytes);
    return { text, format, encoding: null };
  } catch (error) {
    if (error instanceof NoticeUnreadable) throw error;
    throw new NoticeUnreadable('DAMAGED', { cause: error });
  }
}

/** Word and Excel wrap a protected file in the same container that the old formats are made of. */
function kindOfCompound(
  bytes: Uint8Array,
): 'ENCRYPTED' | 'LEGACY_DOC' | 'LEGACY_XLS' | 'UNKNOWN_BINARY' {
  const names = latin(bytes, 0, Math.min(bytes.length, 8 * 1024 * 1024));
  const wide = (name: string): string => [...name].join('\u0000');
  if (names.includes(wide('EncryptedPackage'))) return 'ENCRYPTED';
  if (names.includes(wide('Workbook'))) return 'LEGACY_XLS';
  return names.includes(wide('WordDocument')) ? 'LEGACY_DOC' : 'UNKNOWN_BINARY';
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((sign) => sign.charCodeAt(0));
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(
    'latin1',
    start,
    end,
  );
}
