import type { Prisma } from '../database/generated/client/client.ts';
import type { EventModel } from '../database/generated/client/models/Event.ts';

/** An event but for what the database adds: its number, its places, and whose it is. */
export type EventRow = Omit<
  EventModel,
  'id' | 'placesBefore' | 'placesAfter' | 'onBehalfOfId' | 'before' | 'after'
> & { before: Prisma.InputJsonValue | null; after: Prisma.InputJsonValue | null };

type Added = Pick<EventModel, 'id' | 'organizationId' | 'placesBefore' | 'placesAfter'>;

/**
 * Inserts events in their order. The places under which the subject of a change can be read are asked of
 * the database, which has the rows as they are written: those before are what the subject's last event left.
 * The first place is that of the organization whose row it is.
 */
export async function insertEvents(
  tx: Prisma.TransactionClient,
  rows: readonly EventRow[],
): Promise<EventModel[]> {
  const added = await tx.$queryRaw<Added[]>`
    INSERT INTO "Event" ("occurredAt", "type", "kind", "operation", "subjectType", "subjectId",
      "subjectVersion", "itemId", "organizationId", "actorPersonId", "actorName", "clientId", "command",
      "actId", "actKind", "address", "reason", "before", "after", "placesBefore", "placesAfter")
    SELECT e."occurredAt", e."type", e."kind", e."operation", e."subjectType", e."subjectId",
      e."subjectVersion", e."itemId",
      coalesce(e."organizationId", "place_owner"(places."after"), "place_owner"(places."before")),
      e."actorPersonId", e."actorName", e."clientId", e."command", e."actId", e."actKind", e."address",
      e."reason", e."before", e."after", coalesce(places."before", '{}'), coalesce(places."after", '{}')
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS (
      "occurredAt" TIMESTAMPTZ(3), "type" TEXT, "kind" "EventKind", "operation" "EventOperation",
      "subjectType" TEXT, "subjectId" UUID, "subjectVersion" INT, "itemId" UUID, "organizationId" UUID,
      "actorPersonId" UUID, "actorName" TEXT, "clientId" UUID, "command" TEXT, "actId" UUID,
      "actKind" "ActKind", "address" TEXT, "reason" TEXT, "before" JSONB, "after" JSONB
    )) WITH ORDINALITY AS e
    LEFT JOIN LATERAL (
      SELECT
        (SELECT last."placesAfter" FROM "Event" AS last
         WHERE last."subjectType" = e."subjectType" AND last."subjectId" = e."subjectId"
         ORDER BY last."id" DESC LIMIT 1) AS "before",
        CASE WHEN e."operation" <> 'REMOVE' THEN "ledger_places"(e."subjectType", e."subjectId") END AS "after"
    ) AS places ON e."operation" IS NOT NULL
    ORDER BY e."ordinality"
    RETURNING "id", "organizationId"::text, "placesBefore", "placesAfter"`;
  added.sort((left, right) => Number(left.id - right.id));
  return rows.map((row, index) => ({ ...row, onBehalfOfId: null, ...added[index]! }) as EventModel);
}
