import { fromDay, type Database, type Prisma } from '@taizhang/platform';
import {
  asFact,
  type PlainValue,
  type PlainValues,
  type RegisterDefinition,
  type RegisterFieldKind,
} from './rules/index.ts';

/** A version's definition: what was written was checked, and is never changed. */
export const definitionOf = ({ definition }: { definition: unknown }) =>
  definition as RegisterDefinition;

/** A value as it is stored, its entry's key left out. */
export interface StoredValue {
  key: string;
  kind: RegisterFieldKind;
  text: string | null;
  number: Prisma.Decimal | null;
  fen: bigint | null;
  day: Date | null;
  flag: boolean | null;
  recordId: string | null;
  sort: string | null;
  uniqueAs: string | null;
  isMasked: boolean;
  registerId: string;
}

/** A stored value as rules work with it; null where nothing is said. */
export function plainValue(value: StoredValue): PlainValue | null {
  const { kind, text, number, fen, day, flag, recordId } = value;
  switch (kind) {
    case 'NUMBER':
      return number === null ? null : String(number);
    case 'MONEY':
      return fen === null ? null : Number(fen);
    case 'DAY':
      return fromDay(day);
    case 'FLAG':
      return flag;
    case 'TEXT':
    case 'LONG_TEXT':
    case 'CHOICE':
      return text;
    default:
      return recordId;
  }
}

/** What an expression reads of an entry that is named: where it stands, and its fields that are not sensitive. */
function entryFacts(entry: {
  stage: string;
  number: number;
  isOpen: boolean;
  values: readonly StoredValue[];
}): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const value of entry.values) {
    const plain = plainValue(value);
    if (value.isMasked || plain === null) continue;
    facts[value.key] = value.kind === 'MONEY' ? BigInt(plain as number) : asFact(value.kind, plain);
  }
  return { ...facts, stage: entry.stage, number: BigInt(entry.number), isOpen: entry.isOpen };
}

/**
 * What expressions read of values: of an entry that is named what it says itself, of an item or a document its
 * status.
 *
 * @param values by field; null where nothing is said.
 */
export async function readFacts(
  tx: Database | Prisma.TransactionClient,
  definition: RegisterDefinition,
  values: PlainValues,
): Promise<Record<string, unknown>> {
  const named = (kind: RegisterFieldKind) =>
    definition.fields.flatMap((field) =>
      field.kind === kind && values[field.key] ? [String(values[field.key])] : [],
    );
  const status = { select: { id: true, status: true } } as const;
  const among = (kind: RegisterFieldKind) => ({ where: { id: { in: named(kind) } } });
  const records = new Map<string, Record<string, unknown>>();
  if (named('ENTRY').length)
    for (const entry of await tx.registerEntry.findMany({
      ...among('ENTRY'),
      include: { values: true },
    }))
      records.set(entry.id, entryFacts(entry));
  if (named('ITEM').length)
    for (const item of await tx.rectificationItem.findMany({ ...among('ITEM'), ...status }))
      records.set(item.id, { status: item.status });
  if (named('DOCUMENT').length)
    for (const one of await tx.institutionalDocument.findMany({ ...among('DOCUMENT'), ...status }))
      records.set(one.id, { status: one.status });
  return Object.fromEntries(
    definition.fields.flatMap(({ key, kind }) => {
      const value = values[key] ?? null;
      if (value === null) return [];
      return [[key, records.get(String(value)) ?? asFact(kind, value)]];
    }),
  );
}
