import { pinyinSortKey } from '@taizhang/platform';
import { foldText } from '@taizhang/platform/rules';
import type { PlainValue, RegisterField, RegisterFieldKind } from './rules/index.ts';

/** Digits before and after the point of a number. */
const WHOLE = 15;
const DECIMALS = 4;
/** As many digits as the largest sum in fen has. */
const FEN_DIGITS = 16;

/** A text that sorts by its bytes as values of its kind do: one index serves filters and sorts of every kind. */
export function valueSortKey(
  kind: RegisterFieldKind,
  value: PlainValue,
  called: string | null,
): string {
  switch (kind) {
    case 'MONEY':
      return String(value).padStart(FEN_DIGITS, '0');
    case 'NUMBER':
      return numberKey(String(value));
    case 'FLAG':
      return value ? '1' : '0';
    case 'DAY':
    case 'CHOICE':
      return String(value);
    case 'TEXT':
    case 'LONG_TEXT':
      return pinyinSortKey(String(value));
    default:
      return pinyinSortKey(called ?? '') || ' ';
  }
}

/** Of what is below nothing the larger comes first: its digits stand for what is left to nine. */
function numberKey(number: string): string {
  const [whole = '', decimals = ''] = number.replace('-', '').split('.');
  const digits = whole.padStart(WHOLE, '0') + decimals.padEnd(DECIMALS, '0').slice(0, DECIMALS);
  if (!number.startsWith('-') || /^0+$/.test(digits)) return `1${digits}`;
  return `0${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}`;
}

/** What others of the register may not say again, however wide or in which case they type it. */
export const uniqueKey = ({ kind }: RegisterField, value: PlainValue): string =>
  kind === 'TEXT' ? foldText(String(value)) : `${kind}:${valueSortKey(kind, value, String(value))}`;
