import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import {
  isoDate,
  optionalDate,
  optionalKey,
  optionalLine,
  optionalText,
  requiredKey,
  requiredLine,
  requiredText,
} from '../fields.ts';
import { MOST_FEN, type FieldDescription, type FieldDescriptions } from './field-description.ts';

/** What an input holds of a field; absent leaves the stored value, null clears it. */
export type FieldValue<Field extends FieldDescription> = Field extends { kind: 'FLAG' }
  ? boolean
  : Field extends { kind: 'MONEY' }
    ? number
    : Field extends { kind: 'CHOICE'; values: readonly (infer Value)[] }
      ? Value
      : Field extends { kind: 'ORGANIZATIONS' | 'LINES' }
        ? string[]
        : string;

type Required<Field extends FieldDescription> = Field extends { isRequired: true } ? true : false;

/** The checks of an entity's fields, by key. */
export type FieldShape<Fields extends FieldDescriptions> = {
  [Key in keyof Fields]: Required<Fields[Key]> extends true
    ? z.ZodType<FieldValue<Fields[Key]>, FieldValue<Fields[Key]>>
    : z.ZodType<
        FieldValue<Fields[Key]> | null | undefined,
        FieldValue<Fields[Key]> | null | undefined
      >;
};

/** The checks of a form or input that has these fields: forms and commands check by the same. */
export const fieldShape = <Fields extends FieldDescriptions>(fields: Fields): FieldShape<Fields> =>
  Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, checkOf(field)]),
  ) as unknown as FieldShape<Fields>;

/** 金额: whole fen. */
const fen = z
  .number()
  .int(bilingual('金额精确到分', 'Give whole fen'))
  .min(0, bilingual('金额不能为负', 'A sum is not negative'))
  .max(MOST_FEN, bilingual('金额过大', 'The sum is too large'));

function checkOf(field: FieldDescription): z.ZodType {
  switch (field.kind) {
    case 'TEXT':
      return field.isRequired ? requiredLine(field.max) : optionalLine(field.max);
    case 'LONG_TEXT':
      return field.isRequired ? requiredText(field.max) : optionalText(field.max);
    case 'DAY':
      return field.isRequired ? isoDate : optionalDate;
    case 'CHOICE':
      return orNothing(field, z.enum(field.values));
    case 'FLAG':
      return orNothing(field, z.boolean());
    case 'MONEY':
      return orNothing(field, fen);
    case 'PERSON':
    case 'ORGANIZATION':
      return field.isRequired ? requiredKey : optionalKey;
    case 'ORGANIZATIONS':
      return orNothing(field, z.array(requiredKey).max(field.most));
    case 'LINES':
      return orNothing(field, z.array(requiredText(field.max)).max(field.most));
  }
}

const orNothing = (field: FieldDescription, check: z.ZodType): z.ZodType =>
  field.isRequired ? check : check.nullish();
