import type { LedgerModel } from '@taizhang/platform';
import { expect } from 'vitest';
import { expectFold } from './expect-fold.ts';
import type { TestHub } from './test-hub.ts';

/** The number of the log's last event. */
export const lastEvent = async ({ db }: TestHub): Promise<bigint> =>
  (await db.event.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;

/**
 * What was written since an event, and nothing else: the fold of every row that it touched is the row.
 *
 * @returns the changes, each with its type, operation, subject and version as one text.
 */
export async function expectToldWhole(hub: TestHub, from: bigint) {
  const events = await hub.db.event.findMany({
    where: { id: { gt: from }, operation: { not: null } },
    orderBy: { id: 'asc' },
  });
  const models = new Set(events.map(({ subjectType }) => subjectType as LedgerModel));
  const touched = new Set(events.map(({ subjectId }) => subjectId));
  await expectFold(hub, [...models], (id) => touched.has(id));
  return events.map((event) => ({
    told: `${event.type} ${event.operation} ${event.subjectType} ${event.subjectVersion}`,
    ...event,
  }));
}

/** The mutations that wrote rows of the ledger since an event; what an act undoes is written by `undoAct`. */
export async function mutationsTold({ db }: TestHub, from: bigint): Promise<string[]> {
  const told = await db.event.findMany({
    where: { id: { gt: from }, operation: { not: null }, command: { not: null } },
    distinct: ['command', 'actKind'],
    select: { command: true, actKind: true },
  });
  return told.map(({ command, actKind }) => (actKind === 'UNDO' ? 'undoAct' : command!));
}

/** Expects that the log tells of rows written by each of some mutations. */
export async function expectTold(hub: TestHub, from: bigint, mutations: readonly string[]) {
  const told = new Set(await mutationsTold(hub, from));
  expect(mutations.filter((name) => !told.has(name))).toEqual([]);
}
