import { toDay } from '../../database/columns.ts';
import { fieldConditions, type FieldCondition, type FieldDescriptions } from '../../rules/index.ts';
import type { ChoiceTypes } from '../described-fields.ts';
import { flag, oneOf, textIn, type Operator } from './filter.ts';

/** The operators of a filter by described fields, whose values stand in columns of their names. */
export const describedOperators = <Where>(
  fields: FieldDescriptions,
  choices: ChoiceTypes,
): Record<string, Operator<Where>> =>
  Object.fromEntries(
    fieldConditions(fields).map((condition) => [
      condition.name,
      operatorOf(condition, choices) as Operator<Where>,
    ]),
  );

function operatorOf({ kind, key, field }: FieldCondition, choices: ChoiceTypes): Operator<object> {
  const [chinese, english] = field.label.split(' / ') as [string, string];
  const where = (condition: unknown) => ({ [key]: condition });
  switch (kind) {
    case 'CONTAINS':
      return textIn(`${chinese}包含文字。${english} contains this text.`, where);
    case 'ONE_OF':
      return oneOf(
        choices[field.kind === 'CHOICE' ? field.term : '']!,
        `${chinese}。${english} is one of these.`,
        where,
      );
    case 'IS':
      return flag(
        `${chinese}。${english}: said (true), or denied or not said (false).`,
        // What is null is neither equal to true nor unequal to it.
        (is) => (is ? where(true) : { OR: [where(false), where(null)] }),
      );
    case 'FROM':
      return bound(field.kind, `${chinese}不低于。${english}: at least this.`, (gte) =>
        where({ gte }),
      );
    case 'TO':
      return bound(field.kind, `${chinese}不高于。${english}: at most this.`, (lte) =>
        where({ lte }),
      );
    case 'HAS':
      return flag(`是否载明${chinese}。${english} is stated (true), or is not (false).`, (has) =>
        where(has ? { not: null } : null),
      );
  }
}

const bound = (
  kind: string,
  description: string,
  where: (value: unknown) => object,
): Operator<object> => ({
  type: kind === 'DAY' ? 'Date' : 'Fen',
  description,
  read: (value: unknown) => (kind === 'DAY' ? toDay(value as string) : BigInt(value as number)),
  where,
});
