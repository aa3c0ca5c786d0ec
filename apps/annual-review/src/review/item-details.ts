import { findTerm } from '@taizhang/client/terms';
import {
  isPlain,
  ITEM_FIELDS,
  readValue,
  showField,
  type FieldDescription,
  type FieldWords,
} from '@taizhang/rectification/rules';
import type { ReviewItem } from './annual-review.type.ts';

/** What the schedule shows in columns of its own. */
const SCHEDULED = ['title', 'type', 'dueOn'];

/** What else an item says of itself, in the order of its form, as its fields are described. */
export const ITEM_DETAILS = Object.entries<FieldDescription>(ITEM_FIELDS).flatMap(([key, field]) =>
  isPlain(field) && !SCHEDULED.includes(key) ? [{ key, field }] : [],
);

/** The values of those fields out of all that the hub lists. */
export function readDetails(
  values: readonly { readonly key: string; readonly value: string | null }[],
): ReviewItem['fields'] {
  const told = new Map(values.map(({ key, value }) => [key, value]));
  return Object.fromEntries(
    ITEM_DETAILS.map(({ key, field }) => [key, readValue(field, told.get(key) ?? null)]),
  );
}

const WORDS: FieldWords = {
  term: (term, value) => findTerm(term, value)?.zh ?? value,
  yes: '是',
  no: '否',
};

/** A value in the words of a Chinese report; null where the item says nothing. */
export const showDetail = (field: FieldDescription, value: unknown): string | null =>
  showField(field, value, WORDS);
