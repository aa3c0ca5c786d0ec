import type { InputRef } from '@pothos/core';
import { bilingual, isStorable } from '../../rules/index.ts';
import { toDay } from '../../database/columns.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { containing, like, plainText } from '../page.ts';
import { decodeRecordId, filterKey } from '../record-id.ts';
import { badInput } from './bad-input.ts';

/** A filter as a caller sends it. */
export type FilterValue = Readonly<Record<string, unknown>>;

/** One condition that a filter can hold. */
export interface Operator<Where> {
  type: unknown;
  description: string;
  /** Checks a value that was given, and makes of it what `where` is asked with. */
  read: (value: never, path: string) => unknown;
  where: ((value: never, context: RequestContext, owner: string) => Where) | null;
}

/** A list's filter: its input type, and what it comes to as a condition. */
export interface ListFilter<Where> {
  type: InputRef<FilterValue>;
  /**
   * @param place `owner`: the key of the record whose rows are listed, empty at the root; `path`: where the filter stands in
   *   what was sent.
   * @throws GraphQLError for a value that asks for nothing.
   */
  where: (
    filter: unknown,
    context: RequestContext,
    place?: { owner?: string; path?: string },
  ) => Where;
}

const DEEPEST = 5;
const MOST_CONDITIONS = 50;
const MOST_VALUES = 200;
const LONGEST_TEXT = 200;

/**
 * Declares a filter. Every condition given has to hold; `and`, `or` and `not` put filters together.
 *
 * @param together for conditions that are about one and the same related record; they get no
 *   condition of their own, and come to it with their values.
 */
export function filterOf<Where extends object>(
  name: string,
  description: string,
  operators: Record<string, Operator<Where>>,
  together: (values: Record<string, never>, context: RequestContext) => Where | null = () => null,
): ListFilter<Where> {
  const type = builder.inputRef<FilterValue>(name);
  type.implement({
    description,
    fields: (t) => ({
      ...Object.fromEntries(
        Object.entries(operators).map(([field, { type, description }]) => [
          field,
          t.field({ type: type as 'String', description }) as never,
        ]),
      ),
      and: t.field({ type: [type], description: '且。All of these hold, too.' }),
      or: t.field({ type: [type], description: '或。At least one of these holds.' }),
      not: t.field({ type, description: '非。This does not hold.' }),
    }),
  });

  function where(
    filter: unknown,
    context: RequestContext,
    { owner = '', path: root = 'filter' }: { owner?: string; path?: string } = {},
  ): Where {
    let conditions = 0;
    return filter === undefined ? ({} as Where) : read(filter, root, 1);

    function read(given: unknown, path: string, depth: number): Where {
      if (given === null) throw badInput(NOTHING_ASKED, path);
      if (depth > DEEPEST) throw badInput(TOO_DEEP, path);
      const parts: Where[] = [];
      const shared: Record<string, unknown> = {};
      for (const [field, value] of Object.entries(given as FilterValue)) {
        if (value === undefined) continue;
        const place = `${path}.${field}`;
        if (++conditions > MOST_CONDITIONS) throw badInput(TOO_MANY, place);
        if (value === null) throw badInput(NOTHING_ASKED, place);
        if (field === 'not') parts.push({ NOT: read(value, place, depth + 1) } as unknown as Where);
        else if (field === 'and' || field === 'or') {
          const inner = list(value, place).map((one, i) => read(one, `${place}.${i}`, depth + 1));
          parts.push({ [field.toUpperCase()]: inner } as unknown as Where);
        } else {
          const operator = operators[field]!;
          const asked = operator.read(value as never, place);
          if (operator.where) parts.push(operator.where(asked as never, context, owner));
          else shared[field] = asked;
        }
      }
      const related = Object.keys(shared).length
        ? together(shared as Record<string, never>, context)
        : null;
      return { AND: related ? [...parts, related] : parts } as unknown as Where;
    }
  }
  return { type, where };
}

type Condition<Value, Where> = ((value: Value, context: RequestContext) => Where) | null;

/** Records named by id; an id of another type matches nothing rather than failing. */
export const ids = <Where>(
  model: string,
  description: string,
  where: Condition<{ in: string[] }, Where>,
): Operator<Where> => ({
  type: ['ID'],
  description,
  read: (value: unknown, path) => ({
    in: list(value, path).map((id) => filterKey(model, words(id, path))),
  }),
  where,
});

/** Any record, named by its id, of whatever type. */
export const anyId = <Where>(
  description: string,
  where: Condition<{ type: string; key: string }, Where>,
): Operator<Where> => ({
  type: 'ID',
  description,
  read: (value: unknown, path) => {
    const { typename, id } = decodeRecordId(words(value, path));
    // Events are nodes with numbers, but nothing happens to them.
    return { type: typename, key: typename === 'Event' ? '' : id };
  },
  where,
});

/** Records whose related record meets the filter of its own list. */
export const related = <Where, Inner extends object>(
  filter: ListFilter<Inner>,
  description: string,
  where: (inner: Inner) => Where,
): Operator<Where> => ({
  type: filter.type,
  description,
  read: (value: unknown, path) => ({ value, path }),
  where: ({ value, path }: { value: unknown; path: string }, context) =>
    where(filter.where(value, context, { path })),
});

/** Values of an enumeration. */
export const oneOf = <Value, Where>(
  type: InputRef<Value> | { $inferInput: Value },
  description: string,
  where: Condition<{ in: Value[] }, Where>,
): Operator<Where> => ({
  type: [type],
  description,
  read: (value: unknown, path) => ({ in: list(value, path) }),
  where,
});

/** A text that is looked for in what the table is filtered by, whatever the case and width of its letters. */
export const text = <Where>(description: string): Operator<Where> => ({
  type: 'String',
  description,
  read: (value: unknown, path) => containing(words(value, path)),
  where: (condition: Where) => condition,
});

/** A text that is looked for in columns of a table that keeps no such form. */
export const textIn = <Where>(
  description: string,
  where: Condition<ReturnType<typeof like>, Where>,
): Operator<Where> => ({
  type: 'String',
  description,
  read: (value: unknown, path) => like(words(value, path)),
  where,
});

/** A text that must be just so. */
export const exactly = <Where>(
  description: string,
  where: Condition<string, Where>,
): Operator<Where> => ({ type: 'String', description, read: words, where });

export const flag = <Where>(
  description: string,
  where: Condition<boolean, Where>,
): Operator<Where> => ({ type: 'Boolean', description, read: (value: unknown) => value, where });

export const int = <Where>(
  description: string,
  where: Condition<number, Where>,
): Operator<Where> => ({ type: 'Int', description, read: (value: unknown) => value, where });

export const day = <Where>(
  description: string,
  where: Condition<Date, Where>,
): Operator<Where> => ({
  type: 'Date',
  description,
  read: (value: string) => toDay(value)!,
  where,
});

export const moment = <Where>(
  description: string,
  where: Condition<Date, Where>,
): Operator<Where> => ({ type: 'DateTime', description, read: (value: unknown) => value, where });

/** Records that changed at a moment or after it. */
export const changedSince = <Where>(): Operator<Where> =>
  moment(
    '变更不早于。Changed at this moment or later.',
    (gte) => ({ updatedAt: { gte } }) as Where,
  );

const NOTHING_ASKED = bilingual(
  '筛选条件不能为空，不筛选请不要传该参数',
  'A filter cannot be null or empty: leave it out to ask for everything',
);
const TOO_DEEP = bilingual(
  `筛选最多嵌套 ${DEEPEST} 层`,
  `A filter is at most ${DEEPEST} levels deep`,
);
const TOO_MANY = bilingual(
  `筛选最多 ${MOST_CONDITIONS} 个条件`,
  `A filter has at most ${MOST_CONDITIONS} conditions`,
);
const TOO_MANY_VALUES = bilingual(
  `一个筛选条件最多 ${MOST_VALUES} 个值`,
  `A condition of a filter has at most ${MOST_VALUES} values`,
);
const TOO_LONG = bilingual(
  `筛选文字最多 ${LONGEST_TEXT} 字`,
  `The text of a filter has at most ${LONGEST_TEXT} characters`,
);
const UNSTORABLE = bilingual('含有无法保存的字符', 'Contains characters that cannot be stored');

function list(value: unknown, path: string): unknown[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (!values.length || values.includes(null)) throw badInput(NOTHING_ASKED, path);
  if (values.length > MOST_VALUES) throw badInput(TOO_MANY_VALUES, path);
  return values;
}

function words(value: unknown, path: string): string {
  const trimmed = plainText(String(value));
  if (!trimmed) throw badInput(NOTHING_ASKED, path);
  if (trimmed.length > LONGEST_TEXT) throw badInput(TOO_LONG, path);
  if (!isStorable(trimmed)) throw badInput(UNSTORABLE, path);
  return trimmed;
}
