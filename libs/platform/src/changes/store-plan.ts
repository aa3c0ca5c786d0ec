import { eventRow, linkEvents, type ChainHead } from '../audit/append-events.ts';
import type { EventModel } from '../database/generated/client/models/Event.ts';
import type { LedgerModel } from './ledger-model.ts';
import { ledgerSpec } from './log-form.ts';
import { partsOf, type WritePlan } from './plan-writes.ts';
import { replaceRows, type RowStore } from './row-store.ts';
import type { Columns } from './table-of.ts';

/**
 * Stores the rows, events and links of a plan in few statements, however many there are. All rows come into
 * sight together, with the commit: their events bear the places at the end, whatever the moments of the
 * changes. From the lock of the chain's end to the commit whoever else appends waits.
 *
 * @param closing models to which the database lets nobody add rows once theirs are in their last state: that
 *   one is written when all other rows are there.
 */
export async function storePlan(
  store: RowStore,
  plan: WritePlan,
  { closing = [] }: { closing?: readonly LedgerModel[] } = {},
): Promise<void> {
  for (const [model, rows] of plan.rows) {
    const planned = [...rows.values()];
    const states = planned.map(({ row, earlier }) => (closing.includes(model) && earlier) || row);
    await store.insert(model, inOneShape(model, states));
    for (const [part, ofPart] of partsOf(model, planned)) await store.insert(part, ofPart);
  }
  for (const model of closing) {
    const changed = [...(plan.rows.get(model)?.values() ?? [])].filter(({ earlier }) => earlier);
    const states = changed.map(({ row }) => row);
    await replaceRows(store, model, inOneShape(model, states));
  }
  await storeEvents(store, plan);
}

/** Gives rows the same columns in the same order: what one names and another does not is empty there. */
function inOneShape(model: LedgerModel, rows: readonly Columns[]): Columns[] {
  const names = new Set(Object.keys(ledgerSpec(model).columns));
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  const empty = Object.fromEntries([...names].map((name) => [name, null]));
  return rows.map((row) => ({ ...empty, ...row }));
}

async function storeEvents(store: RowStore, { events }: WritePlan): Promise<void> {
  if (!events.length) return;
  const places = await askPlaces(store, events);
  const [held] = await store.query<ChainHead>(
    `SELECT "position", "linkHash", "algorithm"::text, "startedAt" FROM "EventChain" FOR UPDATE`,
    [],
  );
  const head = { ...held!, position: BigInt(held!.position) };
  const ids = await store.query<{ id: bigint }>(
    `SELECT nextval(pg_get_serial_sequence('"Event"', 'id')) AS "id" FROM generate_series(1, $1::int)`,
    [events.length],
  );
  const seen = new Set<string>();
  const stored = events.map(({ event, told }, index): EventModel => {
    const { owner, places: at } = places.get(event.subjectId)!;
    const isFirst = !seen.has(event.subjectId);
    seen.add(event.subjectId);
    return {
      ...eventRow({ ...told, address: null }, event),
      id: BigInt(ids[index]!.id),
      onBehalfOfId: null,
      organizationId: owner,
      placesBefore: isFirst ? [] : at,
      placesAfter: at,
    } as EventModel;
  });
  const { links, end, changeId } = linkEvents(head, stored);
  await store.insert('Event', stored as unknown as Columns[]);
  await store.insert('EventLink', links);
  await store.query(
    `UPDATE "EventChain" SET "position" = $1::bigint, "linkHash" = $2, "changeId" = greatest("changeId", $3::bigint)`,
    [String(end.position), end.linkHash, String(changeId)],
  );
}

interface Places {
  id: string;
  owner: string | null;
  places: string[];
}

/** Under which places the rows of events can be read, now that all are stored. */
async function askPlaces(store: RowStore, events: WritePlan['events']) {
  const subjects = new Map(events.map(({ event }) => [event.subjectId, event.subjectType]));
  const found = await store.query<Places>(
    `SELECT asked."id", "place_owner"(at."places")::text AS "owner", coalesce(at."places", '{}') AS "places"
     FROM jsonb_to_recordset($1::jsonb) AS asked("id" UUID, "model" TEXT)
     CROSS JOIN LATERAL (SELECT "ledger_places"(asked."model", asked."id") AS "places" OFFSET 0) AS at`,
    [JSON.stringify([...subjects].map(([id, model]) => ({ id, model })))],
  );
  return new Map(found.map((row) => [row.id, row]));
}
