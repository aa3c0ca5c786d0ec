import { Prisma, toDay } from '@taizhang/platform';
import { isReference, VALUE_COLUMNS, type PlainValue, type RegisterField } from './rules/index.ts';
import { uniqueKey, valueSortKey } from './sort-key.ts';
import type { StoredValue } from './stored-value.ts';

/**
 * The row of what an entry says in a field; there is one also where it says nothing.
 *
 * @param called what a record that is named was called.
 */
export function valueRow(
  field: RegisterField,
  value: PlainValue | null,
  called: string | null,
  registerId: string,
): StoredValue {
  const { key, kind, isSensitive: isMasked, isUnique } = field;
  const empty = { text: null, number: null, fen: null, day: null, flag: null, recordId: null };
  if (value === null)
    return { key, kind, ...empty, sort: null, uniqueAs: null, isMasked, registerId };
  return {
    key,
    kind,
    ...empty,
    ...(isReference(kind) && { text: called }),
    [VALUE_COLUMNS[kind]]: storedForm(kind, value),
    sort: valueSortKey(kind, value, called),
    uniqueAs: isUnique ? uniqueKey(field, value) : null,
    isMasked,
    registerId,
  };
}

function storedForm(kind: RegisterField['kind'], value: PlainValue) {
  if (kind === 'MONEY') return BigInt(value as number);
  if (kind === 'NUMBER') return new Prisma.Decimal(String(value));
  return kind === 'DAY' ? toDay(String(value)) : value;
}
