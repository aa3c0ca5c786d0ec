import type PrismaTypes from '../../database/generated/pothos-types.ts';
import { getDatamodel } from '../../database/generated/pothos-types.ts';
import type { Database } from '../../database/open-database.ts';

export type Model = keyof PrismaTypes & string;
export type WhereOf<Of extends Model> = PrismaTypes[Of]['Where'] & object;

/** What the platform does with a table that it knows by name only. */
interface Table {
  findMany: (query: object) => Promise<Record<string, unknown>[]>;
  findFirst: (query: object) => Promise<object | null>;
  count: (query: object) => Promise<number>;
}

/** A model's table in the typed client. */
export const tableOf = (db: Database, model: string) =>
  (db as unknown as Record<string, Table>)[model[0]!.toLowerCase() + model.slice(1)]!;

/** What the datamodel says of one field. */
export interface ColumnOfModel {
  name: string;
  type: string;
  kind: string;
  isRequired: boolean;
}

const { models } = (
  getDatamodel() as unknown as {
    datamodel: { models: Record<string, { fields: ColumnOfModel[] }> };
  }
).datamodel;

/** A column of a model, or of a model that a relation of it leads to: `code`, `item.code`. */
export function columnOf(model: string, path: readonly string[]): ColumnOfModel {
  const [name, ...rest] = path;
  const field = models[model]?.fields.find((field) => field.name === name);
  if (!field) throw new Error(`${model} has no field ${String(name)}`);
  return rest.length ? columnOf(field.type, rest) : field;
}
