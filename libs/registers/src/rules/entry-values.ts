import {
  bilingual,
  describeFields,
  fieldShape,
  isIsoDate,
  MOST_FEN,
  readFen,
  requiredKey,
  requiredLine,
  showFen,
  type FieldDescription,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import {
  fieldOf,
  type RegisterDefinition,
  type RegisterField,
  type RegisterFieldKind,
  type RegisterStep,
} from './definition.ts';
import { naming } from './naming.ts';
import { expressionReader, type Facts, type ReadExpression } from './expressions.ts';

/** A value as rules work with it: text, day and key as text, a number as exact text, money in whole fen. */
export type PlainValue = string | number | boolean;
export type PlainValues = Readonly<Record<string, PlainValue | null | undefined>>;

/** A value as the API takes it: the one of these that its field's kind has; none clears it. */
export const valueInput = z.object({
  key: requiredLine(40),
  text: z.unknown().optional(),
  number: z.unknown().optional(),
  fen: z.unknown().optional(),
  day: z.unknown().optional(),
  flag: z.unknown().optional(),
  recordId: z.unknown().optional(),
});
export type ValueInput = Partial<z.output<typeof valueInput>> & { key: string };

/** In which of them a kind's value stands. */
export const VALUE_COLUMNS = {
  TEXT: 'text',
  LONG_TEXT: 'text',
  CHOICE: 'text',
  NUMBER: 'number',
  MONEY: 'fen',
  DAY: 'day',
  FLAG: 'flag',
  PERSON: 'recordId',
  ORGANIZATION: 'recordId',
  ITEM: 'recordId',
  DOCUMENT: 'recordId',
  FILE: 'recordId',
  ENTRY: 'recordId',
} as const satisfies Record<RegisterFieldKind, string>;

const LONGEST = { TEXT: 500, LONG_TEXT: 10_000 };

const number = requiredLine(30).regex(
  /^-?\d{1,15}(\.\d{1,4})?$/,
  bilingual('请填写数字，至多 4 位小数', 'Give a number with at most 4 decimals'),
);

/** The check of one field's value. */
function checkOf(field: RegisterField): z.ZodType {
  const described = { label: '' as never, description: '' };
  const as = (description: FieldDescription) =>
    fieldShape(describeFields({ one: description }))['one'] as z.ZodType;
  switch (field.kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return as({ kind: field.kind, max: LONGEST[field.kind], ...described });
    case 'DAY':
    case 'FLAG':
    case 'MONEY':
      return as({ kind: field.kind, ...described });
    case 'CHOICE':
      return as({
        kind: 'CHOICE',
        term: '',
        values: field.options.map(({ key }) => key) as [string, ...string[]],
        ...described,
      });
    case 'NUMBER':
      return number.nullish();
    default:
      return requiredKey.nullish();
  }
}

export interface ValueError {
  path: string[];
  message: string;
}

/**
 * Checks what was given at a step: only what it asks for, each value as its kind says.
 *
 * @param demands whether what the step needs has to be there; not so when something is put right afterwards.
 * @returns the values said by key, null where one is cleared; or what is wrong, by its place in the list.
 */
export function readValues(
  definition: RegisterDefinition,
  step: RegisterStep,
  given: readonly ValueInput[],
  held: PlainValues,
): { values: Record<string, PlainValue | null>; errors: ValueError[] } {
  const values: Record<string, PlainValue | null> = {};
  const errors: ValueError[] = [];
  given.forEach((input, index) => {
    const refuse = (message: string, column?: string) =>
      void errors.push({ path: ['values', String(index), column ?? 'key'], message });
    const field = fieldOf(definition, input.key);
    if (!field || !step.asks.includes(input.key))
      return refuse(
        bilingual(`此步骤不填写 ${input.key}`, `This step does not ask for ${input.key}`),
      );
    if (input.key in values)
      return refuse(
        naming(
          field.label,
          (name) => `${name}重复`,
          (name) => `${name} is there twice`,
        ),
      );
    const column = VALUE_COLUMNS[field.kind];
    const other = Object.values(VALUE_COLUMNS).find(
      (one) =>
        one !== column &&
        // A file is given with the name under which it is kept here.
        !(field.kind === 'FILE' && one === 'text') &&
        input[one] !== undefined &&
        input[one] !== null,
    );
    if (other)
      return refuse(
        naming(
          field.label,
          (name) => `${name}应填 ${column}`,
          (name) => `${name} takes ${column}`,
        ),
        other,
      );
    const { data, error } = checkOf(field).safeParse(input[column] ?? null);
    if (error) return refuse(error.issues[0]!.message, column);
    values[input.key] = (data as PlainValue | null | undefined) ?? null;
  });
  for (const key of step.asks) {
    const field = fieldOf(definition, key)!;
    const value = key in values ? values[key] : held[key];
    if (field.isRequired && (value === null || value === undefined))
      errors.push({
        path: ['values', key],
        message: naming(
          field.label,
          (name) => `${name}必填`,
          (name) => `${name} is required`,
        ),
      });
  }
  return { values, errors };
}

/** The computed fields of a definition, each after those that it reads. */
function computedInOrder({ fields }: RegisterDefinition) {
  const read = expressionReader(fields);
  const left = fields.flatMap((field) => {
    const expression = field.value ? read(field.value).expression : null;
    return expression ? [{ field, expression }] : [];
  });
  const done: { field: RegisterField; expression: ReadExpression }[] = [];
  while (left.length) {
    const waiting = new Set(left.map(({ field }) => field.key));
    const next = left.findIndex(
      ({ expression }) => !expression.reads.some((key) => waiting.has(key)),
    );
    done.push(...left.splice(Math.max(next, 0), 1));
  }
  return done;
}

/** Adds what is computed to what was said: by the same code in a form and in the hub. */
export function withComputed(
  definition: RegisterDefinition,
  facts: Facts,
): Record<string, unknown> {
  const values: Record<string, unknown> = { ...facts.values };
  for (const { field, expression } of computedInOrder(definition))
    values[field.key] = asValue(field, expression.evaluate({ ...facts, values }));
  return values;
}

/** What an expression came to, as a value of the field; nothing where it is none. */
function asValue({ kind, options }: RegisterField, value: unknown): PlainValue | null {
  if (kind === 'MONEY')
    return typeof value === 'bigint' && value >= 0n && value <= BigInt(MOST_FEN)
      ? Number(value)
      : null;
  if (kind === 'NUMBER')
    return typeof value === 'number' && Math.abs(value) < 1e15
      ? Math.round(value * 1e4) / 1e4
      : null;
  if (kind === 'FLAG') return typeof value === 'boolean' ? value : null;
  if (typeof value !== 'string') return null;
  if (kind === 'DAY') return isIsoDate(value) ? value : null;
  if (kind === 'CHOICE') return options.some(({ key }) => key === value) ? value : null;
  return value.slice(0, LONGEST.TEXT) || null;
}

/** A value as expressions read it. */
export const asFact = (kind: RegisterFieldKind, value: unknown): unknown =>
  kind === 'NUMBER' && typeof value === 'string' ? Number(value) : value;

/** A value as people read it; references show what they are called beside it. */
export function showValue(
  field: RegisterField,
  value: PlainValue | null | undefined,
  words: { yes: string; no: string },
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.kind === 'MONEY') return showFen(value as number);
  if (field.kind === 'FLAG') return value ? words.yes : words.no;
  if (field.kind === 'CHOICE')
    return field.options.find(({ key }) => key === value)?.label ?? String(value);
  return String(value);
}

/** What somebody typed into a cell as an input of the field's kind; undefined where it is none. */
export function typedValue(field: RegisterField, typed: string): ValueInput | undefined {
  const { key } = field;
  const text = typed.trim();
  if (!text) return { key };
  if (field.kind === 'MONEY') {
    const fen = readFen(text);
    return fen === null ? undefined : { key, fen };
  }
  if (field.kind === 'FLAG') return { key, flag: text === 'true' };
  return { key, [VALUE_COLUMNS[field.kind]]: text };
}
