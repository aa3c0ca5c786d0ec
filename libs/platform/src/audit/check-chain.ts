import type { HashAlgorithm } from '../database/generated/client/enums.ts';
import type { EventModel } from '../database/generated/client/models/Event.ts';
import type { EventLinkModel } from '../database/generated/client/models/EventLink.ts';
import type { Database } from '../database/open-database.ts';
import { BEFORE_THE_FIRST, hashContent, hashLink } from './chain-hash.ts';
import { readPurgedBefore } from './purge-events.ts';

/** How many links one statement reads: a check never holds more in memory. */
const BATCH = 1_000;

export const CHAIN_FAULTS = [
  'CONTENT_CHANGED',
  'EVENT_MISSING',
  'EVENT_REMOVED_EARLY',
  'EVENT_NOT_LINKED',
  'LINK_MISSING',
  'LINK_CHANGED',
  'END_CUT_OFF',
  'END_CHANGED',
  'NOTE_CONTRADICTED',
  'CHAIN_EMPTIED',
] as const;

/** The first place at which the log is not what was written. */
export interface BadLink {
  fault: (typeof CHAIN_FAULTS)[number];
  position: bigint;
  /** Null when not even the event's number is known any more. */
  eventId: bigint | null;
}

/** The end of the chain, to be noted outside the database and compared later. */
export interface ChainEnd {
  position: bigint;
  linkHash: string;
}

export interface ChainCheck {
  /** The last position found whole; the next call goes on after it. */
  checkedThrough: bigint;
  /** Whether the end was reached, or a fault. */
  isFinished: boolean;
  firstBad: BadLink | null;
  /** Where the chain ends, as its head says. */
  end: ChainEnd;
}

interface CheckFrom {
  /** The position up to which earlier calls found the chain whole; 0, or one unknown, for the start. */
  after: bigint;
  /** How many links this call checks at most. */
  limit: number;
  /** An end noted before: the link there must still be the same. */
  noted?: ChainEnd | null;
}

/**
 * Recomputes the hashes of a stretch of the chain and names the first bad row. A link whose event
 * is gone is sound only where a recorded purge covers it.
 */
export async function checkChain(
  db: Database,
  { after, limit, noted = null }: CheckFrom,
): Promise<ChainCheck> {
  let last = await startAfter(db, after);
  const goal = last.position + BigInt(limit);
  for (;;) {
    const take = Math.min(BATCH, Number(goal - last.position));
    const stretch = await readStretch(db, last, take);
    const found = findFault(stretch, last, noted);
    const { end } = stretch;
    if ('fault' in found)
      return { checkedThrough: found.position - 1n, isFinished: true, firstBad: found, end };
    last = found;
    if (stretch.links.length < take) return atEnd(last, end, noted);
    if (last.position >= goal)
      return { checkedThrough: last.position, isFinished: false, firstBad: null, end };
  }
}

/** The link after which a check goes on. */
interface Last {
  position: bigint;
  eventId: bigint;
  linkHash: string;
}

async function startAfter(db: Database, position: bigint): Promise<Last> {
  const link = position > 0n ? await db.eventLink.findUnique({ where: { position } }) : null;
  return link ?? { position: 0n, eventId: 0n, linkHash: BEFORE_THE_FIRST };
}

interface Stretch {
  links: EventLinkModel[];
  events: ReadonlyMap<bigint, EventModel>;
  /** The first event between these links, or after them at the end, that has none. */
  notLinked: bigint | null;
  purgedBefore: Date;
  end: ChainEnd;
}

/**
 * Reads links with what they speak of. Whoever writes or purges meanwhile must not look like a
 * fault: links and end come from one statement, and purges are read after the events.
 */
async function readStretch(db: Database, last: Last, take: number): Promise<Stretch> {
  const rows = await db.$queryRaw<StretchRow[]>`
    SELECT end_."position" AS "endPosition", end_."linkHash" AS "endHash", link."position",
      link."eventId", link."kind"::text, link."occurredAt", link."algorithm"::text,
      link."contentHash", link."linkHash"
    FROM (SELECT 1) AS one
    LEFT JOIN "EventChain" AS end_ ON TRUE
    LEFT JOIN LATERAL (
      SELECT * FROM "EventLink" WHERE "position" > ${last.position} ORDER BY "position" LIMIT ${take}
    ) AS link ON TRUE
    ORDER BY link."position"`;
  const links = rows.filter((row): row is StretchRow & EventLinkModel => row.position !== null);
  const { endPosition, endHash } = rows[0]!;
  const isLastStretch = links.length < take;
  const notLinked = await findNotLinked(db, last, isLastStretch ? null : links.at(-1)!.eventId);
  const events = await db.event.findMany({
    where: { id: { in: links.map(({ eventId }) => eventId) } },
  });
  return {
    links,
    events: new Map(events.map((event) => [event.id, event])),
    notLinked,
    purgedBefore: events.length < links.length ? await readPurgedBefore(db) : new Date(0),
    end: { position: endPosition ?? 0n, linkHash: endHash ?? '' },
  };
}

type StretchRow = { endPosition: bigint | null; endHash: string | null } & (
  (EventLinkModel & { algorithm: HashAlgorithm }) | { [Column in keyof EventLinkModel]: null }
);

async function findNotLinked(db: Database, last: Last, through: bigint | null) {
  const [found] = await db.$queryRaw<{ id: bigint }[]>`
    SELECT "id" FROM "Event"
    WHERE "id" > ${last.eventId} AND (${through}::bigint IS NULL OR "id" <= ${through}::bigint)
      AND NOT EXISTS (SELECT FROM "EventLink" WHERE "eventId" = "Event"."id")
    ORDER BY "id" LIMIT 1`;
  return found?.id ?? null;
}

function findFault(stretch: Stretch, before: Last, noted: ChainEnd | null): BadLink | Last {
  let last = before;
  for (const link of stretch.links) {
    const fault = faultOf(link, last, stretch, noted);
    if (fault) return fault;
    last = link;
  }
  if (stretch.notLinked === null) return last;
  return { fault: 'EVENT_NOT_LINKED', position: last.position + 1n, eventId: stretch.notLinked };
}

function faultOf(
  link: EventLinkModel,
  last: Last,
  { events, notLinked, purgedBefore, end }: Stretch,
  noted: ChainEnd | null,
): BadLink | null {
  const { position, eventId } = link;
  const bad = (fault: BadLink['fault']) => ({ fault, position, eventId });
  if (position !== last.position + 1n)
    return { fault: 'LINK_MISSING', position: last.position + 1n, eventId: notLinked };
  if (notLinked !== null && notLinked < eventId)
    return { fault: 'EVENT_NOT_LINKED', position, eventId: notLinked };
  if (hashLink(last.linkHash, link) !== link.linkHash) return bad('LINK_CHANGED');
  const event = events.get(eventId);
  if (!event) {
    if (link.kind === 'CHANGE') return bad('EVENT_MISSING');
    return link.occurredAt < purgedBefore ? null : bad('EVENT_REMOVED_EARLY');
  }
  if (hashContent(link.algorithm, event) !== link.contentHash) return bad('CONTENT_CHANGED');
  if (noted?.position === position && noted.linkHash !== link.linkHash)
    return bad('NOTE_CONTRADICTED');
  if (position < end.position) return null;
  return position > end.position || link.linkHash !== end.linkHash ? bad('END_CHANGED') : null;
}

/** The chain must end where its head says, and not before a place that was noted. */
function atEnd(last: Last, end: ChainEnd, noted: ChainEnd | null): ChainCheck {
  const position = last.position + 1n;
  const isCut = last.position < end.position || (noted !== null && noted.position > last.position);
  // Starting a chain is its first event: an empty one never was like that.
  const fault = last.position === 0n ? 'CHAIN_EMPTIED' : isCut ? 'END_CUT_OFF' : null;
  return {
    checkedThrough: last.position,
    isFinished: true,
    firstBad: fault && { fault, position, eventId: null },
    end,
  };
}
