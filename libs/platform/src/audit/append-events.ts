import type { Caller } from '../caller.ts';
import type { RowEvent } from '../changes/derive-event.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { ActKind, EventKind, HashAlgorithm } from '../database/generated/client/enums.ts';
import type { EventModel } from '../database/generated/client/models/Event.ts';
import type { Database } from '../database/open-database.ts';
import type { EventType } from '../rules/define-events.ts';
import { canonicalJson, hashContent, hashLink } from './chain-hash.ts';
import { insertEvents, type EventRow } from './insert-events.ts';
import { findMovedSights } from './moved-sights.ts';

/** Something that happened and changed no row of the ledger: a sign-in, a read, an export, a refusal. */
export interface NewEvent {
  type: EventType;
  /** What it tells of; unless it is said here it is kept for ever. */
  kind?: EventKind;
  subjectType: string;
  /** Null where nothing is named, such as a sign-in under an unknown name. */
  subjectId: string | null;
  subjectVersion?: number;
  itemId?: string | null;
  organizationId?: string | null;
  reason?: string | null;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** Who acted, when and from where. */
export interface EventAuthor {
  caller: (Pick<Caller, 'personId' | 'name'> & { client?: { id: string } | null }) | null;
  /** Who acted where no caller is known; the hub itself when unsaid. */
  actorName?: string;
  now: Date;
  address: string | null;
  /** The command that is run, such as submitMeasure. */
  command?: string;
  /** What the events belong to together; a long act has a kind too. */
  act?: { id: string; kind: ActKind | null };
}

const THE_HUB = '系统 / System';

/** As many events as one statement is given. */
const BATCH = 1_000;

/**
 * Appends events to the log and its chain, in their order. From here to its end the transaction
 * holds the end of the chain, and whoever else appends waits: append as the last step, so that the
 * wait is short and nobody who holds the chain waits for another record. Ids of events therefore
 * grow in the order in which transactions commit.
 *
 * Rows that enter or leave sight with a change get an event of their own, which changes nothing but
 * the places under which they can be read.
 *
 * @returns the rows written.
 */
export async function appendEvents(
  tx: Prisma.TransactionClient,
  by: EventAuthor,
  events: readonly (NewEvent | RowEvent)[],
): Promise<EventModel[]> {
  if (!events.length) return [];
  let head = await lockHead(tx);
  const rows = [...events, ...(await findMovedSights(tx, events))].map((event) =>
    eventRow(by, event),
  );
  const written: EventModel[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = await insertEvents(tx, rows.slice(start, start + BATCH));
    head = await appendLinks(tx, head, batch);
    written.push(...batch);
  }
  return written;
}

/**
 * Records what is no change of the ledger: signing in and out, reading restricted data, work of the
 * hub itself.
 *
 * Given the database it takes a transaction of its own; given a transaction, call it last in there
 * (see {@link appendEvents}). `by.caller` is null where nobody is known, with `actorName` as the
 * name to show: the login name tried, say. An event whose kind is another than CHANGE may be forgotten
 * after the retention time, and its `before` and `after` are shown to the audit administrator: nothing of
 * the ledger's content belongs there.
 */
export async function recordAudit(
  db: Database | Prisma.TransactionClient,
  by: EventAuthor,
  event: NewEvent,
): Promise<void> {
  if (isDatabase(db)) await db.$transaction((tx) => appendEvents(tx, by, [event]));
  else await appendEvents(db, by, [event]);
}

const isDatabase = (db: Database | Prisma.TransactionClient): db is Database => '$connect' in db;

/** The end of the chain, as whoever appends to it holds it. */
export interface ChainHead {
  position: bigint;
  linkHash: string;
  algorithm: HashAlgorithm;
  startedAt: Date | null;
}

/** Takes the end of the chain until the transaction ends. */
export async function lockHead(tx: Prisma.TransactionClient): Promise<ChainHead> {
  const [head] = await tx.$queryRaw<ChainHead[]>`
    SELECT "position", "linkHash", "algorithm"::text, "startedAt" FROM "EventChain" FOR UPDATE`;
  if (!head) throw new Error('The end of the event chain is missing');
  return head;
}

/** Links events, in their order, to the chain's end that the transaction holds. @returns the new end. */
export async function appendLinks(
  tx: Prisma.TransactionClient,
  head: ChainHead,
  events: readonly EventModel[],
): Promise<ChainHead> {
  const { links, end, changeId } = linkEvents(head, events);
  const { position, linkHash } = end;
  // One statement: every round trip from the lock to the commit makes all others wait.
  await tx.$executeRaw`
    WITH "appended" AS (
      INSERT INTO "EventLink" SELECT * FROM jsonb_to_recordset(${canonicalJson(links)}::jsonb) AS "link" (
        "position" BIGINT, "eventId" BIGINT, "kind" "EventKind", "occurredAt" TIMESTAMPTZ(3),
        "algorithm" "HashAlgorithm", "contentHash" TEXT, "linkHash" TEXT))
    UPDATE "EventChain" SET "position" = ${position}, "linkHash" = ${linkHash},
      "changeId" = greatest("changeId", ${changeId})`;
  return end;
}

/** The links of events behind an end of the chain, in their order, and the end that they make. */
export function linkEvents(head: ChainHead, events: readonly EventModel[]) {
  const { algorithm } = head;
  let { position, linkHash } = head;
  const links = events.map((event) => {
    position += 1n;
    const { id: eventId, kind, occurredAt } = event;
    const contentHash = hashContent(algorithm, event);
    const link = { position, eventId, kind, occurredAt, algorithm, contentHash };
    linkHash = hashLink(linkHash, link);
    return { ...link, linkHash };
  });
  const changeId = events.findLast(({ operation }) => operation !== null)?.id ?? 0n;
  return { links, end: { ...head, position, linkHash }, changeId };
}

/** An event as it is stored, but for what the database adds. */
export function eventRow(by: EventAuthor, event: NewEvent | RowEvent): EventRow {
  const isChange = 'operation' in event;
  return {
    type: event.type,
    kind: isChange ? 'CHANGE' : (event.kind ?? 'CHANGE'),
    operation: isChange ? event.operation : null,
    subjectType: event.subjectType,
    subjectId: event.subjectId,
    subjectVersion: event.subjectVersion ?? null,
    itemId: event.itemId ?? null,
    organizationId: isChange ? null : (event.organizationId ?? null),
    reason: event.reason ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
    occurredAt: by.now,
    actorPersonId: by.caller?.personId ?? null,
    actorName: by.caller?.name ?? by.actorName ?? THE_HUB,
    clientId: by.caller?.client?.id ?? null,
    command: by.command ?? null,
    actId: by.act?.id ?? null,
    actKind: by.act?.kind ?? null,
    address: by.address,
  };
}
