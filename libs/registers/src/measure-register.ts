import { badInput, type Database, type Prisma } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import {
  fieldOf,
  isReference,
  showValue,
  stageLabel,
  type RegisterDefinition,
  type RegisterField,
} from './rules/index.ts';

/** The sum of one field over some entries. */
export interface FieldSum {
  field: RegisterField;
  /** Entries that say something in it. */
  count: number;
  fen: bigint | null;
  number: string | null;
}

/** Entries that say the same, or stand in the same stage. */
export interface FigureGroup {
  /** What a filter takes to list them; null for those that say nothing. */
  value: string | null;
  label: string | null;
  count: number;
  sums: FieldSum[];
}

/** As many groups as a figure shows, the largest first. */
const MOST_GROUPS = 50;

/** By what entries can be told apart in a figure. */
const GROUPED = ['CHOICE', 'FLAG', 'PERSON', 'ORGANIZATION', 'ENTRY', 'ITEM', 'DOCUMENT'];

interface Measured {
  db: Database;
  registerId: string;
  definition: RegisterDefinition;
  /** Which entries count. */
  where: Prisma.RegisterEntryWhereInput;
  /** Which values may be told of. */
  told: Prisma.RegisterEntryValueWhereInput;
}

/** The field of a figure, of a kind that can be used so. @throws GraphQLError naming the argument. */
export function figureField(
  definition: RegisterDefinition,
  key: string,
  argument: 'sums' | 'groupBy',
): RegisterField {
  const field = fieldOf(definition, key);
  const kinds = argument === 'sums' ? ['MONEY', 'NUMBER'] : GROUPED;
  if (field && kinds.includes(field.kind)) return field;
  throw badInput(
    bilingual(
      `${key} 不能用于此：须为 ${kinds.join('、')} 字段`,
      `${key} cannot be used so: it takes a field of ${kinds.join(', ')}`,
    ),
    argument,
  );
}

/** Sums of fields over entries: read from the index (registerId, key, sort), and exact. */
export async function sumFields(
  { db, registerId, where, told }: Measured,
  fields: readonly RegisterField[],
): Promise<FieldSum[]> {
  const sums: FieldSum[] = [];
  for (const field of fields) {
    const { _sum, _count } = await db.registerEntryValue.aggregate({
      where: { registerId, key: field.key, sort: { not: null }, AND: [told], entry: where },
      _sum: { fen: true, number: true },
      _count: { _all: true },
    });
    sums.push({
      field,
      count: _count._all,
      fen: _sum.fen,
      number: _sum.number?.toFixed() ?? null,
    });
  }
  return sums;
}

/** Entries by what one field says, with the sums of others. */
export async function groupByField(
  measured: Measured,
  field: RegisterField,
  sums: readonly RegisterField[],
): Promise<FigureGroup[]> {
  const { db, registerId, where, told } = measured;
  const column = isReference(field.kind) ? 'recordId' : 'sort';
  const found = await db.registerEntryValue.groupBy({
    by: [column],
    where: { registerId, key: field.key, AND: [told], entry: where },
    _count: { _all: true },
    _max: { text: true },
    orderBy: { _count: { entryId: 'desc' } },
    take: MOST_GROUPS,
  });
  const groups: FigureGroup[] = [];
  for (const { _count, _max, ...by } of found) {
    const value = by[column];
    const entry = {
      AND: [
        where,
        { values: { some: { registerId, key: field.key, [column]: value, AND: [told] } } },
      ],
    };
    groups.push({
      value,
      label: isReference(field.kind) ? _max.text : showValue(field, read(field, value), WORDS),
      count: _count._all,
      sums: await sumFields({ ...measured, where: entry }, sums),
    });
  }
  return groups;
}

/** Entries by the stage that they stand in, in the order of the flow. */
export async function groupByStage(
  measured: Measured,
  sums: readonly RegisterField[],
): Promise<FigureGroup[]> {
  const { db, registerId, definition, where } = measured;
  const found = await db.registerEntry.groupBy({
    by: ['stage'],
    where: { AND: [{ registerId }, where] },
    _count: { _all: true },
  });
  const place = (stage: string) => definition.stages.findIndex(({ key }) => key === stage);
  const groups: FigureGroup[] = [];
  for (const { stage, _count } of found.sort((a, b) => place(a.stage) - place(b.stage))) {
    const inStage = { AND: [where, { stage }] };
    groups.push({
      value: stage,
      label: stageLabel(definition, stage),
      count: _count._all,
      sums: await sumFields({ ...measured, where: inStage }, sums),
    });
  }
  return groups;
}

const WORDS = { yes: '是', no: '否' };

const read = ({ kind }: RegisterField, value: string | null) =>
  kind === 'FLAG' && value !== null ? value === '1' : value;
