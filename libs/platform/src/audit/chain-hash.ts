import { createHash, getHashes } from 'node:crypto';
import type { EventModel } from '../database/generated/client/models/Event.ts';
import type { EventLinkModel } from '../database/generated/client/models/EventLink.ts';
import type { HashAlgorithm } from '../database/generated/client/enums.ts';
import { StartupError } from '../errors/startup-error.ts';

/** The link before the first. */
export const BEFORE_THE_FIRST = '0'.repeat(64);

const DIGESTS: Record<HashAlgorithm, string> = { SM3: 'sm3', SHA256: 'sha256' };

const digest = (algorithm: HashAlgorithm, text: string): string =>
  createHash(DIGESTS[algorithm]).update(text).digest('hex');

/** Makes sure that this Node has the algorithm. @throws StartupError */
export function checkHashAlgorithm(algorithm: HashAlgorithm): void {
  if (getHashes().includes(DIGESTS[algorithm])) return;
  throw new StartupError(
    'CONFIGURATION',
    `本机的 Node 不支持 ${algorithm}，请将 AUDIT_HASH 设为 sha256。`,
    `This Node has no ${algorithm}: set AUDIT_HASH to sha256.`,
  );
}

/** Every column that an event has had from the first. */
const FIRST_COLUMNS = [
  'id',
  'occurredAt',
  'type',
  'kind',
  'subjectType',
  'subjectId',
  'subjectVersion',
  'itemId',
  'organizationId',
  'actorPersonId',
  'actorName',
  'address',
  'reason',
  'before',
  'after',
] as const satisfies readonly (keyof EventModel)[];

/** Columns that came later: left out where they hold nothing, so that earlier hashes stay as they are. */
const LATER_COLUMNS = [
  'operation',
  'clientId',
  'onBehalfOfId',
  'command',
  'actId',
  'actKind',
  'placesBefore',
  'placesAfter',
] as const satisfies readonly (keyof EventModel)[];

type Hashed = (typeof FIRST_COLUMNS)[number] | (typeof LATER_COLUMNS)[number];
/** Does not compile while an event has a column that no hash covers. */
const everyColumnIsHashed: [Exclude<keyof EventModel, Hashed>] extends [never] ? true : never =
  true;
void everyColumnIsHashed;

/** Over every column of an event. */
export function hashContent(algorithm: HashAlgorithm, event: EventModel): string {
  const first = FIRST_COLUMNS.map((column) => [column, event[column]] as const);
  const later = LATER_COLUMNS.map((column) => [column, event[column]] as const).filter(
    ([, value]) => value !== null && (!Array.isArray(value) || value.length > 0),
  );
  return digest(algorithm, canonicalJson(Object.fromEntries([...first, ...later])));
}

/** Over the link before, and everything that this link says. */
export function hashLink(
  previous: string,
  { algorithm, position, eventId, kind, occurredAt, contentHash }: Omit<EventLinkModel, 'linkHash'>,
): string {
  const link = { algorithm, position, eventId, kind, occurredAt, contentHash };
  return digest(algorithm, `${previous}\n${canonicalJson(link)}`);
}

/** A record as JSON that is the same whatever order its keys came in; large numbers become texts. */
export const canonicalJson = (record: object): string =>
  JSON.stringify(record, (_key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)),
    );
  });
