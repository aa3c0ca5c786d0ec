import type { ItemStatus } from '@taizhang/client';
import {
  ITEM_FIGURES,
  readItemFilter,
  writeItemFilter,
  type ItemFilterAddress,
} from '@taizhang/rectification/rules';
import { itemsInScope } from '@taizhang/reporting/rules';
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
  'hasAmountInvolvedFen',
] as const;

/** Which of the scope's items a number counts, as the hub filters them. */
export type ItemCut = Pick<ItemFilterAddress, (typeof CUT_FIELDS)[number]>;

/** What the completion rate divides by. */
const countedStatuses: readonly ItemStatus[] = ITEM_FIGURES.counted.status;

/** The address of the rows behind a number, from the filter that the hub gave with it. */
export const itemsAddress = (filter: unknown): string =>
  addressOf('/items', writeItemFilter(filter as ItemFilterAddress));

/** The hub's filter that gives the very rows a number was counted from. */
export const itemFilter = (scope: MetricsScope, cut: ItemCut = {}): ItemFilterAddress => ({
  ...itemsInScope(scope),
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
