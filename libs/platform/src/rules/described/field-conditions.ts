import type { FieldDescription, FieldDescriptions } from './field-description.ts';
import type { FieldValue } from './field-input.ts';

/** How a list is filtered by a field: what its value holds, is one of, is, starts or ends with, or whether there is one. */
export type ConditionKind = 'CONTAINS' | 'ONE_OF' | 'IS' | 'FROM' | 'TO' | 'HAS';

/** One condition that a list can be filtered by, as it follows from a field's description. */
export interface FieldCondition {
  /** Its name in the filter. */
  name: string;
  kind: ConditionKind;
  /** The field's key. */
  key: string;
  field: FieldDescription;
}

type OfKind<Fields extends FieldDescriptions, Kind extends FieldDescription['kind']> = {
  [Key in keyof Fields & string]: Fields[Key]['kind'] extends Kind ? Key : never;
}[keyof Fields & string];

type Ranged = 'MONEY' | 'DAY';
type Plain = 'TEXT' | 'LONG_TEXT' | 'CHOICE' | Ranged;

/** The values of a filter by described fields, by the names of its conditions. */
export type ConditionValues<Fields extends FieldDescriptions> = {
  [Key in OfKind<Fields, 'TEXT' | 'LONG_TEXT'>]: string;
} & { [Key in OfKind<Fields, 'CHOICE'>]: FieldValue<Fields[Key]>[] } & {
  [Key in OfKind<Fields, 'FLAG'>]: boolean;
} & { [Key in OfKind<Fields, Ranged> as `${Key}From` | `${Key}To`]: FieldValue<Fields[Key]> } & {
  [Key in OfKind<Fields, Plain> as `has${Capitalize<Key>}`]: boolean;
};

/** The conditions that lists can be filtered by, from the fields' descriptions; references have lists of their own. */
export const fieldConditions = (fields: FieldDescriptions): FieldCondition[] =>
  Object.entries(fields).flatMap(([key, field]) =>
    conditionsOf(key, field).map(([name, kind]) => ({ name, kind, key, field })),
  );

function conditionsOf(key: string, { kind }: FieldDescription): [string, ConditionKind][] {
  const has: [string, ConditionKind] = [`has${key[0]!.toUpperCase()}${key.slice(1)}`, 'HAS'];
  switch (kind) {
    case 'TEXT':
    case 'LONG_TEXT':
      return [[key, 'CONTAINS'], has];
    case 'CHOICE':
      return [[key, 'ONE_OF'], has];
    case 'FLAG':
      return [[key, 'IS']];
    case 'DAY':
    case 'MONEY':
      return [[`${key}From`, 'FROM'], [`${key}To`, 'TO'], has];
    default:
      return [];
  }
}
