import { ITEM_FIGURES, type ItemFilterAddress } from '@taizhang/rectification/rules';
import { documents, items, trainings, type ItemFacts } from './ledger-rows.ts';
import { areaObject, isInYear, organizationObject, personObject } from './stand-in-objects.ts';

interface Filter {
  roundId?: string | null;
  organizationId?: string | null;
  year?: number | null;
}

const count = (rows: readonly ItemFacts[], status: string) =>
  rows.filter((row) => row.status === status).length;

function rateOf(rows: readonly ItemFacts[]) {
  const numerator = count(rows, 'CLOSED');
  const denominator = rows.length - count(rows, 'WITHDRAWN');
  return { numerator, denominator, rate: denominator ? numerator / denominator : null };
}

function cutOf(rows: readonly ItemFacts[], filter: ItemFilterAddress) {
  return {
    filters: Object.fromEntries(
      Object.entries(ITEM_FIGURES).map(([figure, asked]) => [figure, { ...filter, ...asked }]),
    ),
    itemCount: rows.length,
    overdueCount: rows.filter(({ overdue }) => overdue).length,
    longTermCount: count(rows, 'LONG_TERM'),
    completionRate: rateOf(rows),
  };
}

function groups<Key>(
  rows: readonly ItemFacts[],
  keyOf: (row: ItemFacts) => Key,
  filterOf: (key: Key) => ItemFilterAddress,
) {
  return [...new Set(rows.map(keyOf))].map((key) => ({
    key,
    ...cutOf(
      rows.filter((row) => keyOf(row) === key),
      filterOf(key),
    ),
  }));
}

/** The figures as the hub's rules count them, written a second time and plainly. */
export function metricsOf(filter: Filter | null | undefined, rows: readonly ItemFacts[] = items) {
  const year = filter?.year ?? null;
  const own = year === null || year >= 2025 ? rows : [];
  const base: ItemFilterAddress = {
    ...(filter?.roundId && { roundId: [filter.roundId] }),
    ...(filter?.organizationId && { organizationId: [filter.organizationId] }),
    ...(year && { year }),
  };
  return {
    computedAt: '2025-11-22T10:30:00Z',
    rule: '整改完成率 = 已销号 ÷（全部 − 已撤回） / Completion rate = closed ÷ (all − withdrawn)',
    ...cutOf(own, base),
    withdrawnCount: count(own, 'WITHDRAWN'),
    closedCount: count(own, 'CLOSED'),
    closedWithEvidenceCount: own.filter((row) => row.status === 'CLOSED' && row.evidence).length,
    // Nobody states a sum but the first two.
    amountInvolved: {
      sumFen: own.length > 1 ? 123_456_789 : 0,
      statedCount: Math.min(own.length, 2),
      unstatedCount: Math.max(own.length - 2, 0),
    },
    measureCount: own.flatMap((row) => row.measures).filter((one) => one !== 'CANCELLED').length,
    acceptedMeasureCount: own.flatMap((row) => row.measures).filter((one) => one === 'ACCEPTED')
      .length,
    byStatus: [...new Set(own.map(({ status }) => status))].map((status) => ({
      status,
      count: count(own, status),
      filter: { ...base, status: [status] },
    })),
    byArea: groups(
      own,
      ({ area }) => area,
      (key) => ({ ...base, areaId: [areaObject(key).id] }),
    ).map(({ key, ...cut }) => ({
      ...cut,
      area: areaObject(key),
    })),
    byUnit: groups(
      own,
      ({ unit }) => unit,
      (key) => ({
        ...base,
        ...(key
          ? { responsibleUnitId: [organizationObject(key).id] }
          : { hasResponsibleUnit: false }),
      }),
    ).map(({ key, ...cut }) => ({
      ...cut,
      unit: key ? organizationObject(key) : null,
    })),
    byLeader: groups(
      own,
      ({ leader }) => leader,
      (key) => ({
        ...base,
        ...(key ? { leadLeaderId: [personObject(key).id] } : { hasLeadLeader: false }),
      }),
    ).map(({ key, ...cut }) => ({
      ...cut,
      leader: key ? personObject(key) : null,
    })),
    documents: documentCounts(year),
    trainings: trainingCounts(year),
  };
}

function documentCounts(year: number | null) {
  const seen = new Map<string, Set<string>>();
  for (const { id, actions } of documents) {
    for (const { action, on } of actions.filter(({ on }) => isInYear(on, year))) {
      const key = `${action} ${on?.slice(0, 7) ?? ''}`;
      seen.set(key, (seen.get(key) ?? new Set()).add(id));
    }
  }
  return [...seen].map(([key, ids]) => {
    const [action, month] = key.split(' ');
    return { action, month: month || null, count: ids.size };
  });
}

function trainingCounts(year: number | null) {
  return trainings
    .filter(({ status, on }) => status !== 'PLANNED' && isInYear(on, year))
    .map(({ kind, on, sessions, attendances, hours }) => ({
      kind,
      month: on?.slice(0, 7) ?? null,
      count: 1,
      sessions,
      attendances,
      hours,
    }));
}
