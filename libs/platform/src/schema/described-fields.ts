import type { FieldMap, InputFieldMap } from '@pothos/core';
import {
  fieldHeading,
  isPlain,
  type FieldDescription,
  type FieldDescriptions,
} from '../rules/index.ts';
import { builder } from './builder.ts';
import { fromDay } from '../database/columns.ts';

type InputBuilder = PothosSchemaTypes.InputFieldBuilder<
  (typeof builder)['$inferSchemaTypes'],
  'InputObject'
>;
type EnumType = ReturnType<typeof builder.enumType>;

/** The contract's enums by the term that descriptions name them with. */
export type ChoiceTypes = Readonly<Record<string, EnumType>>;

/**
 * The fields of an input, as they are described.
 *
 * @param demandsRequired whether fields that a record cannot be without are demanded: when it is made, not when it is changed.
 */
export const inputFieldsOf = (
  t: InputBuilder,
  fields: FieldDescriptions,
  choices: ChoiceTypes,
  demandsRequired: boolean,
): InputFieldMap =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const required = demandsRequired && field.isRequired === true;
      return [key, inputField(t, field, choices, { required, description: field.description })];
    }),
  );

function inputField(
  t: InputBuilder,
  field: FieldDescription,
  choices: ChoiceTypes,
  options: { required: boolean; description: string },
) {
  switch (field.kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return t.string(options);
    case 'DAY':
      return t.field({ type: 'Date', ...options });
    case 'CHOICE':
      return t.field({ type: choices[field.term]!, ...options });
    case 'FLAG':
      return t.boolean(options);
    case 'MONEY':
      return t.field({ type: 'Fen', ...options });
    case 'PERSON':
    case 'ORGANIZATION':
      return t.id(options);
    case 'ORGANIZATIONS':
      return t.idList(options);
    case 'LINES':
      return t.stringList(options);
  }
}

/** A builder of fields of some Prisma object, as far as described fields go. */
interface OutputBuilder {
  field: (options: {
    type: unknown;
    nullable: boolean;
    description: string;
    select: Record<string, true>;
    resolve: (row: Record<string, unknown>) => unknown;
  }) => FieldMap[string];
}

/** The fields of an object whose values stand in columns of its row, as they are described. */
export function outputFieldsOf(
  t: unknown,
  fields: FieldDescriptions,
  choices: ChoiceTypes,
): FieldMap {
  const output = t as OutputBuilder;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => isPlain(field))
      .map(([key, field]) => [
        key,
        output.field({
          type: outputType(field, choices),
          nullable: field.isRequired !== true,
          description: field.description,
          select: { [key]: true },
          resolve: (row) => row[key] ?? null,
        }),
      ]),
  );
}

function outputType(field: FieldDescription, choices: ChoiceTypes): unknown {
  if (field.kind === 'CHOICE') return choices[field.term];
  return { DAY: 'Date', FLAG: 'Boolean', MONEY: 'Fen' }[field.kind as 'DAY'] ?? 'String';
}

interface DescribedValue {
  key: string;
  field: FieldDescription;
  value: string | null;
}

const DescribedValueType = builder.objectRef<DescribedValue>('DescribedValue').implement({
  description:
    '字段值。A field of a record with its name and kind, so that a reader need not know every field there is.',
  fields: (t) => ({
    key: t.exposeString('key', { description: '字段键。The field’s name in this schema.' }),
    label: t.string({
      description: '字段名。What it is called, "中文 / English".',
      resolve: ({ field }) => field.label,
    }),
    heading: t.string({
      description: '表头。The heading of its column in sheets, in Chinese.',
      resolve: ({ field }) => fieldHeading(field).zh,
    }),
    kind: t.string({
      description: '类型。Its kind: TEXT, LONG_TEXT, DAY, CHOICE, FLAG or MONEY.',
      resolve: ({ field }) => field.kind,
    }),
    term: t.string({
      nullable: true,
      description: '取值词表。For a CHOICE: the enum that its value is of.',
      resolve: ({ field }) => (field.kind === 'CHOICE' ? field.term : null),
    }),
    value: t.exposeString('value', {
      nullable: true,
      description:
        '值。Text; a day as yyyy-mm-dd, a sum in whole fen, a flag as true or false; null when not said.',
    }),
  }),
});

/** A field that lists the plain fields of an object with their values, whichever they are. */
export function describedValuesOf(t: unknown, fields: FieldDescriptions): FieldMap[string] {
  const plain = Object.entries(fields).filter(([, field]) => isPlain(field));
  return (t as OutputBuilder).field({
    type: [DescribedValueType],
    nullable: false,
    description:
      '全部字段，至多每个字段一项。Its own fields with their names and values, at most one a field, in the order of its form.',
    select: Object.fromEntries(plain.map(([key]) => [key, true])) as Record<string, true>,
    resolve: (row) => plain.map(([key, field]) => ({ key, field, value: asText(field, row[key]) })),
  });
}

function asText(field: FieldDescription, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return field.kind === 'DAY' ? fromDay(value as Date) : String(value);
}
