import type { Prisma } from '../database/generated/client/client.ts';
import type { Database } from '../database/open-database.ts';

export type Columns = Record<string, unknown>;

/** The part of a Prisma delegate that the writer needs, whatever the model. */
export interface Table {
  createManyAndReturn: (args: { data: Columns[] }) => Promise<Columns[]>;
  createMany: (args: { data: Columns[] }) => Promise<unknown>;
  updateManyAndReturn: (args: { where: Columns; data: Columns }) => Promise<Columns[]>;
  deleteMany: (args: { where: Columns }) => Promise<{ count: number }>;
  findMany: (args: { where: Columns; orderBy?: Columns; take?: number }) => Promise<Columns[]>;
  count: (query?: object) => Promise<number>;
  fields: Readonly<Record<string, { typeName: string }>>;
}

/** The table of a model by its name. */
export function tableOf(tx: Prisma.TransactionClient | Database, model: string): Table {
  const delegate = `${model[0]!.toLowerCase()}${model.slice(1)}`;
  return (tx as unknown as Record<string, Table>)[delegate]!;
}
