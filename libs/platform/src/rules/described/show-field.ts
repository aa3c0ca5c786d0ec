import type { FieldDescription } from './field-description.ts';

/** How a field's value is written where the words of its kind are at hand. */
export interface FieldWords {
  /** A value of an enum, in the reader's language. */
  term: (term: string, value: string) => string;
  yes: string;
  no: string;
}

/** A field's stored value as a reader sees it; null when nothing was said. */
export function showField(
  field: FieldDescription,
  value: unknown,
  words: FieldWords,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  switch (field.kind) {
    case 'CHOICE':
      return words.term(field.term, String(value));
    case 'FLAG':
      return value === true ? words.yes : words.no;
    case 'MONEY':
      return showFen(value as number | string);
    case 'LINES':
    case 'ORGANIZATIONS':
      return (value as readonly unknown[]).map(String).join('\n');
    case 'TEXT':
    case 'LONG_TEXT':
    case 'DAY':
    case 'PERSON':
    case 'ORGANIZATION':
      return String(value);
  }
}

/** The head of a field's column in sheets, in both languages. */
export function fieldHeading({ heading, label }: FieldDescription): { zh: string; en: string } {
  const [zh = label, en = label] = label.split(' / ');
  return { zh: heading ?? zh, en };
}

/** Fen as yuan, exactly: 123456 is “1,234.56”. Works on the digits, since yuan as a number would round. */
export function showFen(fen: number | bigint | string): string {
  const digits = String(fen).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${yuan}.${digits.slice(-2)}`;
}

/** Yuan as people write them, as fen; null where it is no sum: “1,234.5”, “１２３４．５”, “1234.5 元”. */
export function readFen(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s¥￥元]/g, '');
  const found = /^(\d{1,14})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return null;
  const fen = Number(found[1]! + (found[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? fen : null;
}
