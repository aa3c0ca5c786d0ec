import { z } from 'zod';
import { bilingual, type BilingualText } from '../bilingual.ts';
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

interface FieldWords {
  /** What a form calls it. */
  label: BilingualText;
  /** What a form says below it. */
  hint?: BilingualText;
  /** What the API says of it, “中文。English.”. */
  description: string;
}

type FieldKind =
  | { kind: 'text'; /** How many lines a form offers. */ rows: number }
  | { kind: 'day' }
  | { kind: 'whole' }
  /** The key of another record, of this Prisma model. */
  | { kind: 'record'; model: string }
  | { kind: 'records'; model: string }
  /** Rows with fields of their own: the domain's GraphQL input type of that name describes them. */
  | { kind: 'parts'; inputType: string; ids: Readonly<Record<string, string>> };

/** One thing that a step asks for: plain data, from which form, check and API follow. */
export type StepField<Rule extends z.ZodType = z.ZodType> = FieldWords &
  FieldKind & { isRequired: boolean; rule: Rule };
export type StepFields = Readonly<Record<string, StepField>>;

type Sized = FieldWords & { max: number; rows?: number };
type Whole = FieldWords & { max: number };

/** A text that may be left out. */
export const textField = ({ max, rows = 1, ...words }: Sized) => ({
  ...words,
  kind: 'text' as const,
  rows,
  isRequired: false,
  rule: rows > 1 ? optionalText(max) : optionalLine(max),
});

/** A text that must say something. */
export const requiredTextField = ({ max, rows = 1, ...words }: Sized) => ({
  ...words,
  kind: 'text' as const,
  rows,
  isRequired: true,
  rule: rows > 1 ? requiredText(max) : requiredLine(max),
});

/** A day that may be left out. */
export const dayField = (words: FieldWords) => ({
  ...words,
  kind: 'day' as const,
  isRequired: false,
  rule: optionalDate,
});

/** A day that has to be said. */
export const requiredDayField = (words: FieldWords) => ({
  ...words,
  kind: 'day' as const,
  isRequired: true,
  rule: isoDate,
});

/** A number of things, from none on, that has to be said. */
export const requiredCountField = ({ max, ...words }: Whole) => ({
  ...words,
  kind: 'whole' as const,
  isRequired: true,
  rule: z
    .number()
    .int(bilingual('须为整数', 'Must be a whole number'))
    .min(0, bilingual('不能为负', 'Must not be negative'))
    .max(max),
});

/** Another record that may be named. */
export const recordField = (model: string, words: FieldWords) => ({
  ...words,
  kind: 'record' as const,
  model,
  isRequired: false,
  rule: optionalKey,
});

/** Another record that has to be named. */
export const requiredRecordField = (model: string, words: FieldWords) => ({
  ...words,
  kind: 'record' as const,
  model,
  isRequired: true,
  rule: requiredKey,
});

/** Other records that may be named. */
export const recordsField = (model: string, max: number, words: FieldWords) => ({
  ...words,
  kind: 'records' as const,
  model,
  isRequired: false,
  rule: z.array(requiredKey).max(max).nullish(),
});

/** Rows with fields of their own, by the domain's rule. */
export const requiredPartsField = <Rule extends z.ZodType>(
  inputType: string,
  { rule, ids, ...words }: FieldWords & { rule: Rule; ids: Readonly<Record<string, string>> },
) => ({ ...words, kind: 'parts' as const, inputType, ids, isRequired: true, rule });

const REASON = {
  label: bilingual('理由', 'Reason'),
  hint: bilingual(
    '会写入办理记录，办理后不能更改',
    'Goes into the history and cannot be changed afterwards',
  ),
  max: 1_000,
  rows: 3,
};

/** Why a step is taken, for its event; `description` where the step has words of its own for it. */
export const reasonField = (description = '理由。Why; kept in the history.') =>
  textField({ ...REASON, description });

/** Why a step is taken, where it must be said. */
export const requiredReasonField = (description = '理由。Why; kept in the history.') =>
  requiredTextField({ ...REASON, description });

/** What a step's fields come to once they are checked; what may be left out may be missing. */
export type FieldsOf<Fields> = {
  [Name in keyof Fields as undefined extends RuleOutput<Fields[Name]> ? never : Name]: RuleOutput<
    Fields[Name]
  >;
} & {
  [Name in keyof Fields as undefined extends RuleOutput<Fields[Name]> ? Name : never]?: RuleOutput<
    Fields[Name]
  >;
};
type RuleOutput<Field> = Field extends { rule: infer Rule extends z.ZodType }
  ? z.output<Rule>
  : never;
