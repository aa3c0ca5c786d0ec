import type { BilingualText } from '../bilingual.ts';

interface Described {
  /** What the field is called in forms, histories, conflicts, lists and sheets. */
  label: BilingualText;
  /** What it means, for the contract: “中文。English.” */
  description: string;
  /** What to write, beside the input of a form. */
  hint?: BilingualText;
  /** A record cannot be without it. */
  isRequired?: boolean;
  /** Kept and shown with care: out of histories, conflicts and lists of whoever may not see it. */
  isSensitive?: boolean;
  /** Found by the full-text search. */
  isSearched?: boolean;
  /** The heading of its column in Excel, where it has one; the Chinese label when unsaid. */
  heading?: string;
}

/** One line, at most `max` characters. */
interface TextField extends Described {
  kind: 'TEXT';
  max: number;
}

/** Several lines, at most `max` characters. */
interface LongTextField extends Described {
  kind: 'LONG_TEXT';
  max: number;
}

/** A day, `yyyy-mm-dd`. */
interface DayField extends Described {
  kind: 'DAY';
}

/** One of several words; `term` is the enum under which both languages name them. */
interface ChoiceField extends Described {
  kind: 'CHOICE';
  term: string;
  values: readonly [string, ...string[]];
}

/** Yes, no, or not said. */
interface FlagField extends Described {
  kind: 'FLAG';
}

/** A sum of money in whole fen, 0 to {@link MOST_FEN}. */
interface MoneyField extends Described {
  kind: 'MONEY';
}

/** The key of another record: a person or an organization. */
interface ReferenceField extends Described {
  kind: 'PERSON' | 'ORGANIZATION';
}

/** Keys of organizations. */
interface ReferencesField extends Described {
  kind: 'ORGANIZATIONS';
  most: number;
}

/** Texts in an order, one a line, at most `most` of `max` characters each. */
interface LinesField extends Described {
  kind: 'LINES';
  most: number;
  max: number;
}

/** A field of an entity, described once: inputs, forms, histories, conflicts, columns and sheets follow from it. */
export type FieldDescription =
  | TextField
  | LongTextField
  | DayField
  | ChoiceField
  | FlagField
  | MoneyField
  | ReferenceField
  | ReferencesField
  | LinesField;

export type FieldKind = FieldDescription['kind'];

/** An entity's fields by their keys, which are those of the contract. */
export type FieldDescriptions = Readonly<Record<string, FieldDescription>>;

/** The largest sum of money: the largest whole number that JSON carries exactly, in fen. */
export const MOST_FEN = Number.MAX_SAFE_INTEGER;

/** Keeps the literal types of descriptions, from which the types of inputs follow. */
export const describeFields = <const Fields extends FieldDescriptions>(fields: Fields): Fields =>
  fields;

/** Kinds whose value stands in a column of the record itself. */
const PLAIN_KINDS = ['TEXT', 'LONG_TEXT', 'DAY', 'CHOICE', 'FLAG', 'MONEY'] as const;
export type PlainKind = (typeof PLAIN_KINDS)[number];

/** Whether a field's value stands in a column of the record itself, and names no other record. */
export const isPlain = (
  field: FieldDescription,
): field is Extract<FieldDescription, { kind: PlainKind }> =>
  (PLAIN_KINDS as readonly string[]).includes(field.kind);
