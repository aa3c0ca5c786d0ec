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

/**
 * Every column of an event. A column that comes later must be left out where it holds nothing:
 * the hashes of the events before it stay as they are.
 */
export const HASHED_COLUMNS = [
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

/** Over every column of an event. */
export const hashContent = (algorithm: HashAlgorithm, event: EventModel): string =>
  digest(
    algorithm,
    canonicalJson(Object.fromEntries(HASHED_COLUMNS.map((column) => [column, event[column]]))),
  );

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
