import { TERMS } from './generated/terms.ts';

/** The name of every value of the schema's enums, as its descriptions give it: `TERMS.ItemStatus.CLOSED.zh`. */
export { TERMS };

/** An enum of the schema whose values have names for people. */
export type TermKind = keyof typeof TERMS;

/** What a value is called, Chinese and English. */
export interface Term {
  readonly zh: string;
  readonly en: string;
}

const terms: Readonly<Record<string, Readonly<Record<string, Term>>>> = TERMS;

/** The name of a value of an enum; nothing for what this build does not know. */
export const findTerm = (kind: string, value: string): Term | undefined => terms[kind]?.[value];

/** The values of an enum in the order in which the schema declares them: a life cycle in its course. */
export const termValues = (kind: TermKind): string[] => Object.keys(TERMS[kind]);
