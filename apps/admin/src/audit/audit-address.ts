import type { VariablesOf } from '@taizhang/client';
import { readChoices, readDay } from '../lists/address-values.ts';
import type { auditPageQuery } from './audit-page.query.ts';

type Filter = NonNullable<VariablesOf<typeof auditPageQuery>['filter']>;
type Kind = NonNullable<Filter['kind']>[number];

export const EVENT_KINDS = ['CHANGE', 'SIGN_IN', 'READ', 'EXPORT'] as const satisfies Kind[];

/** The query keys of `/admin/audit`; `text` is the network address. */
export const AUDIT_FILTER_PARAMS = ['kind', 'type', 'actor', 'from', 'to'] as const;

const DAY_MS = 86_400_000;
/** When a day begins in China, as dates are meant everywhere here. */
const beginOf = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

export function auditFilter(params: URLSearchParams): Filter {
  const filter: Filter = {};
  const [kind] = readChoices<Kind>(params, 'kind', EVENT_KINDS);
  const [from, to] = [readDay(params, 'from'), readDay(params, 'to')];
  if (kind) filter.kind = [kind];
  if (params.get('type')) filter.type = params.get('type');
  if (params.get('actor')) filter.actorId = [params.get('actor')!];
  if (params.get('text')) filter.address = params.get('text');
  if (from) filter.from = new Date(beginOf(from)).toISOString();
  if (to) filter.to = new Date(beginOf(to) + DAY_MS).toISOString();
  return filter;
}
