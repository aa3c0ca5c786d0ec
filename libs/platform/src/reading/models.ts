import { getDatamodel } from '../database/generated/pothos-types.ts';
import { Unsupported } from './unsupported.ts';

/** What the datamodel says of a field of a model. */
export interface ModelField {
  name: string;
  type: string;
  kind: string;
  isList: boolean;
  isRequired: boolean;
  relationName?: string;
  relationFromFields?: string[];
}

const { models } = (
  getDatamodel() as unknown as { datamodel: { models: Record<string, { fields: ModelField[] }> } }
).datamodel;

const fields = new Map(
  Object.entries(models).map(([model, { fields }]) => [
    model,
    new Map(fields.map((field) => [field.name, field])),
  ]),
);

/** @throws Unsupported for a name that is none of the model's. */
export function fieldOf(model: string, name: string): ModelField {
  const field = fields.get(model)?.get(name);
  if (!field) throw new Unsupported(`${model}.${name}`);
  return field;
}

/** The columns of a model, without relations. */
export const columnsOf = (model: string): ModelField[] =>
  [...(fields.get(model)?.values() ?? [])].filter(({ kind }) => kind !== 'object');

export const quoted = (name: string): string => `"${name}"`;

/** How the rows that a relation leads to are found: the condition that joins the two aliases. */
export function joinOf(model: string, relation: ModelField, from: string, to: string): string {
  const [column, other] = relation.relationFromFields ?? [];
  if (other) throw new Unsupported(`${model}.${relation.name}`);
  if (column) return `${to}."id" = ${from}.${quoted(column)}`;
  const back = backOf(model, relation);
  return `${to}.${quoted(back)} = ${from}."id"`;
}

/** The column by which related rows name the one that they belong to. */
export function backOf(model: string, { type, name, relationName }: ModelField): string {
  for (const field of fields.get(type)?.values() ?? [])
    if (field.relationName === relationName && field.type === model) {
      const [column, other] = field.relationFromFields ?? [];
      if (column && !other) return column;
    }
  throw new Unsupported(`${model}.${name}`);
}
