import { randomUUID } from 'node:crypto';
import {
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';

/** Which type of record an id names, by the name of its field. */
const NAMED_BY_FIELD: [RegExp, string][] = [
  [/^areaId$/, 'FindingArea'],
  [/^itemId$/, 'RectificationItem'],
  [/^(measureId|replacedById)$/, 'CorrectiveMeasure'],
  [/^roundId$/, 'InspectionRound'],
  [/^documentId$/, 'InstitutionalDocument'],
  [/^evidenceId$/, 'Evidence'],
  [/^reportId$/, 'BiweeklyReport'],
  [/^scorecardVersionId$/, 'ScorecardVersion'],
  [/^(person|.*Person|leadLeader|owner)Id$/, 'Person'],
  [/^(unit|.*Unit|organization|.*Organization|parent)Ids?$/, 'Organization'],
];

/** The type of record that an id names, by the name of its field; undefined where the name does not tell. */
export const modelNamed = (field: string): string | undefined =>
  NAMED_BY_FIELD.find(([pattern]) => pattern.test(field))?.[1];

/**
 * A value that an input type takes: valid in form, of nothing that exists.
 *
 * @param name the field's name, by which an id is given the type that is likely wanted.
 * @param changed the type of record that a field named `id` is taken for.
 */
export function valueFor(type: GraphQLInputType, name = '', changed = 'Nothing'): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType, name, changed);
  if (isListType(type)) return [valueFor(type.ofType, name, changed)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, valueFor(field.type, field.name, changed)]),
    );
  if (type.name === 'ID') {
    return `${name === 'id' ? changed : (modelNamed(name) ?? 'Nothing')}_${randomUUID()}`;
  }
  return (
    {
      Int: 1,
      Float: 1,
      Boolean: true,
      Date: '2026-01-01',
      DateTime: '2026-01-01T00:00:00Z',
    }[type.name] ?? `some-text-${randomUUID()}`
  );
}

/** Selects as little of a type as GraphQL allows. */
export function selectionOf(type: GraphQLOutputType): string {
  if (isNonNullType(type) || isListType(type)) return selectionOf(type.ofType as GraphQLOutputType);
  return isLeafType(type) ? '' : '{ __typename }';
}
