import { detect } from 'chardet';

import { NoticeUnreadable } from './notice-unreadable.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** Words of any notice: with none of them GB18030 was the wrong guess. */
const COMMON = /[的一是了和在有不整改情况党]/;

/**
 * Decodes plain text: by its byte order mark, else UTF-8 when the bytes are valid, else UTF-16 when
 * every other byte says so, else GB18030 (or Big5 when the statistics speak for it).
 * @throws NoticeUnreadable UNKNOWN_BINARY
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = detectUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  if (looksBinary(bytes)) throw new NoticeUnreadable('UNKNOWN_BINARY');
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const gb18030 = tryDecode(bytes, 'gb18030');
  const guessed = detect(bytes.subarray(0, 65536));
  if (guessed === 'Big5' && (gb18030 === null || !COMMON.test(gb18030))) {
    const big5 = tryDecode(bytes, 'big5');
    if (big5 !== null) return { text: big5, encoding: 'big5' };
  }
  if (gb18030 !== null && isReadable(gb18030)) return { text: gb18030, encoding: 'gb18030' };
  const cutOff = tryDecode(bytes.subarray(0, bytes.length - 1), 'gb18030');
  if (cutOff !== null && isReadable(cutOff)) return { text: cutOff, encoding: 'gb18030' };
  throw new NoticeUnreadable('UNKNOWN_BINARY');
}

function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  let [evenHigh, oddHigh] = [0, 0];
  // Chinese in UTF-16 has 0x4e–0x9f, its punctuation 0x30 or 0xff, ASCII 0x00 in the high byte.
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (isHighByte(sample[at] ?? 0)) evenHigh += 1;
    if (isHighByte(sample[at + 1] ?? 0)) oddHigh += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  const hasZero = sample.includes(0);
  if (pairs < 8 || !hasZero) return null;
  if (oddHigh > pairs * 0.95 && evenHigh < pairs * 0.7) return 'utf-16le';
  return evenHigh > pairs * 0.95 && oddHigh < pairs * 0.7 ? 'utf-16be' : null;
}

function isHighByte(byte: number): boolean {
  return (
    byte === 0 || byte === 0x20 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f)
  );
}

function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65536);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1;
  }
  return control > sample.length * 0.02;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Random bytes often pass as GB18030, but not as everyday Chinese. */
function isReadable(text: string): boolean {
  const sample = [...text.slice(0, 4000)];
  const rare = sample.filter(
    (sign) => /[\ue000-\uf8ff\u0080-\u009f]/.test(sign) || sign > '\uffff',
  );
  const han = sample.filter((sign) => /\p{Script=Han}/u.test(sign));
  const common = sample.filter((sign) => COMMON.test(sign) || /[，。、；：]/.test(sign));
  return (
    rare.length < sample.length * 0.02 && (han.length < 30 || common.length > han.length * 0.02)
  );
}
