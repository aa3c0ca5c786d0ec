import { fromDay, type CommandScope } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { EVIDENCE_LIFE_CYCLE, isOverdue } from '@taizhang/rectification/rules';
import { REPORTING_EVENTS } from '../rules/index.ts';

/** Keeps every item of the round as it is now, with what its unit said in the report. */
export async function takeSnapshot(
  { tx, now, createMany }: CommandScope,
  report: { id: string; roundId: string },
): Promise<void> {
  const [items, entries] = await Promise.all([
    loadItems(tx, report.roundId),
    tx.biweeklyEntry.findMany({ where: { reportId: report.id } }),
  ]);
  const saidOf = new Map(entries.map((entry) => [entry.itemId, entry]));
  const today = todayInShanghai(now);
  const rows = items.map((item, index) => {
    const said = saidOf.get(item.id);
    const dates = { dueOn: fromDay(item.dueOn), closedOn: fromDay(item.closedOn) };
    return {
      reportId: report.id,
      itemId: item.id,
      code: item.code,
      ordinal: index + 1,
      areaTitle: item.area.title,
      title: item.title,
      status: item.status,
      organizationId: item.organizationId,
      responsibleUnitId: item.responsibleUnitId,
      responsibleUnitName: item.responsibleUnit?.name ?? null,
      supportingUnitIds: item.supportingUnits.map(({ organizationId }) => organizationId),
      leadLeaderName: item.leadLeader?.displayName ?? null,
      dueOn: item.dueOn,
      isOverdue: isOverdue({ status: item.status, ...dates }, today),
      measureCounts: countByStatus(item.measures),
      acceptedEvidenceCount: item._count.evidence,
      progress: said?.progress ?? null,
      difficulties: said?.difficulties ?? null,
      nextStep: said?.nextStep ?? null,
      expectedOn: said?.expectedOn ?? null,
    };
  });
  await createMany(REPORTING_EVENTS.BIWEEKLY_ITEM_KEPT, rows);
}

/** The items of a round in the order of the ledger; found by the index on round and code. */
const loadItems = (tx: CommandScope['tx'], roundId: string) =>
  tx.rectificationItem.findMany({
    where: { roundId },
    orderBy: [{ area: { ordinal: 'asc' } }, { ordinal: 'asc' }, { id: 'asc' }],
    include: {
      area: { select: { title: true } },
      responsibleUnit: { select: { name: true } },
      leadLeader: { select: { displayName: true } },
      supportingUnits: { select: { organizationId: true } },
      measures: { select: { status: true } },
      _count: {
        select: {
          evidence: { where: { status: { in: EVIDENCE_LIFE_CYCLE.statusesThatAre('isProof') } } },
        },
      },
    },
  });

function countByStatus(measures: readonly { status: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of measures) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
