import type { ItemStatus } from '@taizhang/client';
import { termValues } from '@taizhang/ui';
import { addressOf, scopeParams, type MetricsScope } from '../scope/metrics-scope.ts';

/** Which of the scope's items a number counts. */
export interface ItemCut {
  status?: readonly ItemStatus[];
  areaId?: string;
  /** NOBODY for the items that name no unit yet. */
  unitId?: string;
  /** NOBODY for the items that name no leader yet. */
  leaderId?: string;
  overdue?: boolean;
  /** Only those with accepted evidence. */
  evidence?: boolean;
}

/** In place of a unit or a leader: none is named. */
export const NOBODY = 'none';

const everyStatus = termValues('ItemStatus') as ItemStatus[];

/** What the completion rate divides by: all but the withdrawn. */
export const countedStatuses: readonly ItemStatus[] = everyStatus.filter(
  (status) => status !== 'WITHDRAWN',
);

/** The address of the rows behind a number. */
export function itemsAddress(scope: MetricsScope, cut: ItemCut = {}): string {
  const params = scopeParams(scope);
  if (cut.status) params.set('status', cut.status.join(','));
  if (cut.areaId) params.set('area', cut.areaId);
  if (cut.unitId) params.set('unit', cut.unitId);
  if (cut.leaderId) params.set('leader', cut.leaderId);
  if (cut.overdue) params.set('overdue', '1');
  if (cut.evidence) params.set('evidence', '1');
  return addressOf('/items', params);
}

export function readItemCut(params: URLSearchParams): ItemCut {
  const cut: ItemCut = {};
  const status = (params.get('status') ?? '').split(',').filter(isItemStatus);
  const areaId = params.get('area');
  const unitId = params.get('unit');
  const leaderId = params.get('leader');
  if (status.length > 0) cut.status = status;
  if (areaId) cut.areaId = areaId;
  if (unitId) cut.unitId = unitId;
  if (leaderId) cut.leaderId = leaderId;
  if (params.get('overdue') === '1') cut.overdue = true;
  if (params.get('evidence') === '1') cut.evidence = true;
  return cut;
}

/** The hub's filter that gives the very rows the number was counted from. */
export function itemFilter(scope: MetricsScope, cut: ItemCut) {
  return {
    ...(scope.roundId ? { roundId: [scope.roundId] } : {}),
    ...(scope.organizationId ? { organizationId: [scope.organizationId] } : {}),
    ...(cut.status ? { status: [...cut.status] } : {}),
    ...(cut.areaId ? { areaId: [cut.areaId] } : {}),
    ...(cut.unitId === NOBODY ? { hasResponsibleUnit: false } : {}),
    ...(cut.unitId && cut.unitId !== NOBODY ? { responsibleUnitId: [cut.unitId] } : {}),
    ...(cut.leaderId === NOBODY ? { hasLeadLeader: false } : {}),
    ...(cut.leaderId && cut.leaderId !== NOBODY ? { leadLeaderId: [cut.leaderId] } : {}),
    ...(cut.overdue ? { overdue: true } : {}),
    ...(cut.evidence ? { hasAcceptedEvidence: true } : {}),
    ...(scope.year === undefined ? {} : { year: scope.year }),
  };
}

/** True when the cut is the completion rate's denominator, which has a name of its own. */
export function isCounted(status: readonly ItemStatus[]): boolean {
  return (
    status.length === countedStatuses.length &&
    countedStatuses.every((counted) => status.includes(counted))
  );
}

function isItemStatus(text: string): text is ItemStatus {
  return (everyStatus as readonly string[]).includes(text);
}
