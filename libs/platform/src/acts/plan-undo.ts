import type { LedgerModel } from '../changes/ledger-model.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { EventOperation } from '../database/generated/client/enums.ts';
import { foldEvents } from '../rules/fold-events.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import type { RowStep } from './row-step.type.ts';

interface Touched {
  subjectType: LedgerModel;
  subjectId: string;
  firstId: bigint;
  lastId: bigint;
  first: EventOperation;
  last: EventOperation;
  version: number;
  columns: string[];
}

/** The steps that take an act back, newest first, so that nothing goes before what stands on it. */
export async function planUndo(tx: Prisma.TransactionClient, actId: string): Promise<RowStep[]> {
  const touched = await tx.$queryRaw<Touched[]>`
    SELECT "subjectType", "subjectId"::text, min("id") AS "firstId", max("id") AS "lastId",
      (array_agg("operation"::text ORDER BY "id"))[1] AS "first",
      (array_agg("operation"::text ORDER BY "id" DESC))[1] AS "last",
      (array_agg("subjectVersion" ORDER BY "id" DESC))[1] AS "version",
      array(SELECT DISTINCT key FROM unnest(array_agg("after") FILTER (WHERE "operation" = 'CHANGE')) AS a,
        jsonb_object_keys(a) AS key) AS "columns"
    FROM "Event" WHERE "actId" = ${actId}::uuid AND "operation" IS NOT NULL AND "type" <> ${PLATFORM_EVENTS.SIGHT_MOVED.type}
    GROUP BY "subjectType", "subjectId"`;
  const ordered = touched.sort((left, right) => Number(moment(right) - moment(left)));
  const folds = await foldsBefore(tx, ordered);
  return ordered.flatMap((row) => undoRow(row, folds.get(row.subjectId) ?? null));
}

/** A row that was made goes after everything made on it; one that was changed goes back before what it names goes. */
const moment = ({ first, firstId, lastId }: Touched) => (first === 'CREATE' ? firstId : lastId);

function undoRow(row: Touched, before: Record<string, unknown> | null): RowStep[] {
  const { subjectType: subject, subjectId: id, version, first, last } = row;
  const step = { event: PLATFORM_EVENTS.CHANGE_UNDONE.type, subject };
  if (first === 'CREATE')
    return last === 'REMOVE' ? [] : [{ ...step, write: 'remove', id, version }];
  if (!before) return [];
  if (last === 'REMOVE') {
    const { version: _begins, ...columns } = before;
    return [{ ...step, write: 'create', row: columns }];
  }
  const columns = Object.fromEntries(
    row.columns.filter((name) => name !== 'version').map((name) => [name, before[name] ?? null]),
  );
  return [{ ...step, write: 'change', id, version, columns }];
}

/** As many rows as one statement looks up. */
const BATCH = 500;

/** What each changed or removed row was, by its own events before the act touched it. */
async function foldsBefore(tx: Prisma.TransactionClient, touched: readonly Touched[]) {
  const changed = touched.filter(({ first }) => first !== 'CREATE');
  const folds = new Map<string, Record<string, unknown> | null>();
  for (let start = 0; start < changed.length; start += BATCH) {
    const rows = changed.slice(start, start + BATCH);
    const events = await tx.event.findMany({
      where: {
        operation: { not: null },
        OR: rows.map(({ subjectType, subjectId, firstId }) => ({
          subjectType,
          subjectId,
          id: { lt: firstId },
        })),
      },
      orderBy: { id: 'asc' },
      select: { subjectId: true, operation: true, after: true },
    });
    for (const { subjectId } of rows)
      folds.set(subjectId, foldEvents(events.filter((event) => event.subjectId === subjectId)));
  }
  return folds;
}
