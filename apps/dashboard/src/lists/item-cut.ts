import type { ItemStatus } from '@taizhang/client';
import {
  readItemFilter,
  writeItemFilter,
  type ItemFilterAddress,
} from '@taizhang/rectification/rules';
import { termValues } from '@taizhang/ui';
import { addressOf, type MetricsScope } from '../scope/metrics-scope.ts';

/** What a number may cut out of the scope's items: the conditions that the list of its rows names. */
const CUT_FIELDS = [
  'status',
  'areaId',
  'responsibleUnitId',
  'hasResponsibleUnit',
  'leadLeaderId',
  'hasLeadLeader',
  'overdue',
  'hasAcceptedEvidence',
] as const;

/** Which of the scope's items a number counts, as the hub filters them. */
export type ItemCut = Pick<ItemFilterAddress, (typeof CUT_FIELDS)[number]>;

const everyStatus = termValues('ItemStatus') as ItemStatus[];

/** What the completion rate divides by: all but the withdrawn. */
export const countedStatuses: ItemStatus[] = everyStatus.filter((status) => status !== 'WITHDRAWN');

/** The address of the rows behind a number. */
export const itemsAddress = (scope: MetricsScope, cut: ItemCut = {}): string =>
  addressOf('/items', writeItemFilter(itemFilter(scope, cut)));

/** The hub's filter that gives the very rows a number was counted from. */
export const itemFilter = (
  { roundId, organizationId, year }: MetricsScope,
  cut: ItemCut = {},
): ItemFilterAddress => ({
  ...(roundId && { roundId: [roundId] }),
  ...(organizationId && { organizationId: [organizationId] }),
  ...(year !== undefined && { year }),
  ...cut,
});

export const readItemCut = (params: URLSearchParams): ItemCut => readItemFilter(params, CUT_FIELDS);

/** True when the cut is the completion rate's denominator, which has a name of its own. */
export function isCounted(status: readonly ItemStatus[]): boolean {
  return (
    status.length === countedStatuses.length &&
    countedStatuses.every((counted) => status.includes(counted))
  );
}
