import { readChoices, readDay } from '../lists/address-values.ts';
import { EVENT_WORDS, type EventFilter } from './event-catalogue.ts';

type Kind = NonNullable<EventFilter['kind']>[number];
type Type = NonNullable<EventFilter['type']>[number];

const EVENT_TYPES = EVENT_WORDS.map(({ type }) => type);

export const EVENT_KINDS = ['CHANGE', 'SIGN_IN', 'READ', 'EXPORT'] as const satisfies Kind[];

/** The query keys of `/admin/audit`; `text` is the network address. */
export const AUDIT_FILTER_PARAMS = ['kind', 'type', 'actor', 'from', 'to'] as const;

const DAY_MS = 86_400_000;
/** When a day begins in China, as dates are meant everywhere here. */
const beginOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

export function auditFilter(params: URLSearchParams): EventFilter {
  const filter: EventFilter = {};
  const [kind] = readChoices<Kind>(params, 'kind', EVENT_KINDS);
  const [type] = readChoices<Type>(params, 'type', EVENT_TYPES);
  const [from, to] = [readDay(params, 'from'), readDay(params, 'to')];
  if (kind) filter.kind = [kind];
  if (type) filter.type = [type];
  if (params.get('actor')) filter.actorId = [params.get('actor')!];
  if (params.get('text')) filter.address = params.get('text');
  if (from) filter.from = new Date(beginOf(from)).toISOString();
  if (to) filter.to = new Date(beginOf(to) + DAY_MS).toISOString();
  return filter;
}
