import { placesWith } from '@taizhang/access/rules';
import {
  badInput,
  builder,
  changedSince,
  day,
  filterOf,
  flag,
  ids,
  int,
  plainText,
  textIn,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual, isStorable } from '@taizhang/platform/rules';
import { decodeAnyId } from './decode-any-id.ts';
import { valueSortKey } from '../sort-key.ts';

type Where = Prisma.RegisterEntryWhereInput;
type ValueWhere = Prisma.RegisterEntryValueWhereInput;

/** One condition on one field, as it is given. */
interface FieldCondition {
  key: string;
  contains?: string | null;
  is?: readonly string[] | null;
  isTrue?: boolean | null;
  fenFrom?: number | null;
  fenTo?: number | null;
  numberFrom?: string | null;
  numberTo?: string | null;
  dayFrom?: string | null;
  dayTo?: string | null;
  recordId?: string | null;
  isSaid?: boolean | null;
}

const FieldFilter = builder.inputType('RegisterFieldFilter', {
  description:
    '字段筛选。What one field says; one condition beside `key`. A sensitive field is matched only where you may see sensitive fields.',
  fields: (t) => ({
    key: t.string({ required: true, description: '字段键。Which field.' }),
    contains: t.string({ description: '包含文字。A text or name that contains this.' }),
    is: t.stringList({ description: '选项之一。A choice that is one of these, by key.' }),
    isTrue: t.boolean({ description: '是否。A flag that says so.' }),
    fenFrom: t.field({ type: 'Fen', description: '金额不低于。A sum of at least this.' }),
    fenTo: t.field({ type: 'Fen', description: '金额不高于。A sum of at most this.' }),
    numberFrom: t.string({ description: '数字不低于。A number of at least this.' }),
    numberTo: t.string({ description: '数字不高于。A number of at most this.' }),
    dayFrom: t.field({ type: 'Date', description: '日期不早于。This day or a later one.' }),
    dayTo: t.field({ type: 'Date', description: '日期不晚于。This day or an earlier one.' }),
    recordId: t.id({ description: '所引记录。It names this record.' }),
    isSaid: t.boolean({ description: '是否填写。Something is said (true) or nothing (false).' }),
  }),
});

/** The values that the caller may be told of by whether they match: what is masked counts where they may see it. */
export function matchedValues({ caller }: RequestContext): ValueWhere {
  const places = caller ? placesWith(caller, 'register:read-sensitive') : [];
  if (places === null) return {};
  return { OR: [{ isMasked: false }, { entry: { organizationId: { in: [...places] } } }] };
}

/** Which entries of a register: each condition on a field is a stretch of the index (registerId, key, sort). */
export const entryFilter = filterOf<Where>(
  'RegisterEntryFilter',
  '登记筛选。Which entries; every condition given must hold.',
  {
    stage: {
      type: ['String'],
      description: '阶段。In one of these stages, by key.',
      read: (value: string[], path) => ({ in: someTexts(value, path) }),
      where: (stage: { in: string[] }) => ({ stage }),
    },
    isOpen: flag('是否未办结。Not done with (true), or done with (false).', (isOpen) => ({
      isOpen,
    })),
    unitId: ids('Organization', '登记单位。Of one of these units.', (unitId) => ({ unitId })),
    enteredFrom: day('登记不早于。Entered on or after this day.', (gte) => ({
      enteredOn: { gte },
    })),
    enteredTo: day('登记不晚于。Entered on or before this day.', (lte) => ({ enteredOn: { lte } })),
    version: int('定义版本。Made by this version of the definition.', (number) => ({
      registerVersion: { number },
    })),
    title: textIn('名称包含。Whose title contains this text.', (title) => ({ title })),
    changedSince: changedSince(),
    field: {
      type: FieldFilter,
      description: '字段条件。What one field says; several by `and`.',
      read: (given: FieldCondition, path) => ({ key: given.key, ...valueCondition(given, path) }),
      where: (
        { key, condition, isMissing }: Asked & { key: string },
        context: RequestContext,
        owner: string,
      ) => {
        // The register's key comes first in the index; at the root the entry's own is not known.
        const of: ValueWhere = { key, ...(owner && { registerId: owner }) };
        return {
          values: {
            some: {
              AND: [of, matchedValues(context), isMissing ? { sort: null } : condition],
            },
          },
        };
      },
    },
  },
);

interface Asked {
  condition: ValueWhere;
  isMissing: boolean;
}

/** @throws GraphQLError for none, or for two that are not the ends of one range. */
function valueCondition(given: FieldCondition, path: string): Asked {
  const said = Object.entries(given).filter(
    ([name, value]) => name !== 'key' && value !== undefined,
  );
  for (const [name, value] of said)
    if (value === null || value === '') throw badInput(ONE_CONDITION, `${path}.${name}`);
  const names = new Set(said.map(([name]) => name.replace(/(From|To)$/, '')));
  if (names.size !== 1) throw badInput(ONE_CONDITION, path);
  const asked = (condition: ValueWhere): Asked => ({ condition, isMissing: false });
  const [name] = [...names];
  switch (name) {
    case 'isSaid':
      return { condition: { sort: { not: null } }, isMissing: !given.isSaid };
    case 'contains':
      return asked({ text: containing(given.contains!, `${path}.contains`) });
    case 'is':
      return asked({ kind: 'CHOICE', sort: { in: someTexts([...given.is!], `${path}.is`) } });
    case 'isTrue':
      return asked({ kind: 'FLAG', sort: given.isTrue ? '1' : '0' });
    case 'recordId':
      return asked({ recordId: decodeAnyId(given.recordId!) });
    case 'fen':
      return asked({ kind: 'MONEY', sort: range('MONEY', given.fenFrom, given.fenTo) });
    case 'day':
      return asked({ kind: 'DAY', sort: range('DAY', given.dayFrom, given.dayTo) });
    default: {
      for (const end of ['numberFrom', 'numberTo'] as const)
        if (given[end] && !/^-?\d{1,15}(\.\d{1,4})?$/.test(given[end]))
          throw badInput(NO_NUMBER, `${path}.${end}`);
      return asked({ kind: 'NUMBER', sort: range('NUMBER', given.numberFrom, given.numberTo) });
    }
  }
}

const range = (
  kind: 'MONEY' | 'DAY' | 'NUMBER',
  from: string | number | null | undefined,
  to: string | number | null | undefined,
) => ({
  ...(from !== undefined && from !== null && { gte: valueSortKey(kind, from, null) }),
  ...(to !== undefined && to !== null && { lte: valueSortKey(kind, to, null) }),
});

const LONGEST_TEXT = 200;

function someTexts(values: readonly string[], path: string): string[] {
  if (!values.length || values.some((value) => !value)) throw badInput(ONE_CONDITION, path);
  return [...values];
}

function containing(words: string, path: string) {
  const wanted = plainText(words);
  if (!wanted || wanted.length > LONGEST_TEXT || !isStorable(wanted)) throw badInput(NO_TEXT, path);
  return {
    contains: wanted.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`),
    mode: 'insensitive' as const,
  };
}

const ONE_CONDITION = bilingual(
  '每个字段条件须且只须一项，且不能为空',
  'Give one condition on a field, and no empty one',
);
const NO_NUMBER = bilingual('请填写数字，至多 4 位小数', 'Give a number with at most 4 decimals');
const NO_TEXT = bilingual('文字须为 1 至 200 字', 'Give a text of 1 to 200 characters');
