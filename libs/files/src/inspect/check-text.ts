import { TextDecoder } from 'node:util';
import { pieces, type ByteSource } from './byte-source.ts';
import { typeRefused } from './refusals.ts';

/** What a browser looks for when it guesses that a text is a page. */
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed)\b/i;
const BEGINS_AS_MARKUP = /^\s*<[a-z!?/]/i;
/** Texts that programs run: rich text, PostScript, scripts. */
const BEGINS_AS_PROGRAM = /^\s*(?:\{\\rtf|%!PS|#!)/i;
const SNIFFED_CHARACTERS = 1024;

export const hasMarkup = (head: string): boolean => MARKUP.test(head);

/**
 * Makes sure that a file is plain text throughout, in UTF-8 or else GB18030, as Chinese office programs write it.
 *
 * @returns its media type with the encoding.
 * @throws UploadRefused for anything else, and for text that a program would take for more.
 */
export async function checkText(bytes: ByteSource): Promise<string> {
  const charset = (await isTextIn('utf-8', bytes))
    ? 'utf-8'
    : (await isTextIn('gb18030', bytes))
      ? 'gb18030'
      : null;
  if (!charset) throw typeRefused();
  return `text/plain; charset=${charset}`;
}

async function isTextIn(charset: string, bytes: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder(charset, { fatal: true });
  let head = '';
  for await (const piece of pieces(bytes)) {
    if (piece.some(isControl)) throw typeRefused();
    const text = decode(decoder, piece);
    if (text === null) return false;
    if (head.length < SNIFFED_CHARACTERS) head += text.slice(0, SNIFFED_CHARACTERS);
  }
  if (decode(decoder) === null) return false;
  if (BEGINS_AS_MARKUP.test(head) || BEGINS_AS_PROGRAM.test(head) || hasMarkup(head))
    throw typeRefused();
  return true;
}

/** Decodes the next piece, or ends the text; null when the bytes are none of the encoding. */
function decode(decoder: TextDecoder, piece?: Buffer): string | null {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
  } catch {
    return null;
  }
}

/** A byte that no text holds: a control character other than tab, line feed, form feed and carriage return. */
const isControl = (byte: number): boolean =>
  byte === 0x7f ||
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d);
