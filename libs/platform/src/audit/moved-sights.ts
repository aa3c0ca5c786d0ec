import type { RowEvent } from '../changes/derive-event.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import type { NewEvent } from './append-events.ts';

interface Moved {
  subjectType: string;
  subjectId: string;
  subjectVersion: number;
}

/**
 * The rows that hang on what changed and can now be read under other places than their last event left:
 * an item's measures, evidence, documents and trainings, say, when another unit carries it out.
 */
export async function findMovedSights(
  tx: Prisma.TransactionClient,
  events: readonly (NewEvent | RowEvent)[],
): Promise<RowEvent[]> {
  const changes = events.filter((event): event is RowEvent => 'operation' in event);
  const above = changes.flatMap(({ sightOf }) => sightOf ?? []);
  if (!above.length) return [];
  const moved = await tx.$queryRaw<Moved[]>`
    WITH above AS (
      SELECT DISTINCT a."model", a."id", a."isItself" FROM jsonb_to_recordset(${JSON.stringify(above)}::jsonb)
        AS a("model" TEXT, "id" UUID, "isItself" BOOLEAN)
    ), below AS (
      SELECT b."model", b."id" FROM above AS a CROSS JOIN LATERAL "ledger_below"(a."model", a."id") AS b
      UNION SELECT a."model", a."id" FROM above AS a WHERE a."isItself"
    )
    SELECT last.* FROM below CROSS JOIN LATERAL (
      SELECT e."subjectType", e."subjectId"::text, e."subjectVersion", e."placesAfter", e."operation"
      FROM "Event" AS e WHERE e."subjectType" = below."model" AND e."subjectId" = below."id"
      ORDER BY e."id" DESC LIMIT 1
    ) AS last
    WHERE last."operation" IS NOT NULL
      AND last."placesAfter" IS DISTINCT FROM "ledger_places"(below."model", below."id")
    ORDER BY last."subjectType", last."subjectId"`;
  const told = new Set(changes.map(({ subjectId }) => subjectId));
  return moved
    .filter(({ subjectId }) => !told.has(subjectId))
    .map(({ subjectType, subjectId, subjectVersion }) => ({
      type: PLATFORM_EVENTS.SIGHT_MOVED.type,
      operation: 'CHANGE',
      subjectType,
      subjectId,
      subjectVersion,
      // Of no interest in the item's history, which tells of the change that moved it.
      itemId: null,
      reason: null,
      before: {},
      after: {},
      sightOf: null,
    }));
}
