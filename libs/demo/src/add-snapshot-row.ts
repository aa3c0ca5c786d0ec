import type { ItemStatus } from '@taizhang/platform';
import { isOverdue } from '@taizhang/rectification/rules';
import { addDays } from '@taizhang/platform/rules';
import { REPORTING_EVENTS as EVENTS, type Period } from '@taizhang/reporting/rules';
import { dateOf } from './china-time.ts';
import type { Day } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { momentIn, type DemoPast, type Step } from './demo-past.ts';
import { endOf, type Look } from './look-into-past.ts';
import { organizations, people } from './organizations-and-people.ts';
import type { PlacedItem } from './place-items.ts';

interface Kept {
  reportId: string;
  period: Period;
  placed: PlacedItem;
  /** What the report says of the item; null where it says nothing. */
  words: { progress: string; difficulties: string | null; nextStep: string | null } | null;
  signed: Step;
}

/** Keeps an item as it stood when its report was frozen. */
export function addSnapshotRow(past: DemoPast, look: Look, kept: Kept): void {
  const { reportId, period, placed, words, signed } = kept;
  const { id: itemId, code, item, index } = placed;
  const on = addDays(period.endsOn, 1) as Day;
  const at = endOf(on);
  const ofItem = (column: string) => look.at(itemId, column, at) as string;
  const status = ofItem('status') as ItemStatus;
  const dueOn = String(
    look.at(itemId, 'dueOn', momentIn(EVENTS.BIWEEKLY_REPORT_FROZEN, signed)),
  ) as Day;
  const countOf = (model: 'CorrectiveMeasure' | 'Evidence') => {
    const counts: Record<string, number> = {};
    for (const id of look.idsOf(model)) {
      if (look.at(id, 'itemId', at) !== itemId) continue;
      const state = String(look.at(id, 'status', at));
      counts[state] = (counts[state] ?? 0) + 1;
    }
    return counts;
  };
  past.make(
    EVENTS.BIWEEKLY_ITEM_KEPT,
    {
      id: demoId('biweekly-row', `${code}/${period.ordinal}`),
      reportId,
      itemId,
      code,
      ordinal: index + 1,
      areaTitle: String(look.at(ofItem('areaId'), 'title', at)),
      title: item.title,
      status,
      organizationId: ofItem('organizationId'),
      responsibleUnitId: demoId('organization', item.unit),
      responsibleUnitName: organizations[item.unit].name,
      supportingUnitIds: item.supporting.map((unit) => demoId('organization', unit)),
      leadLeaderName: people[item.leader].name,
      dueOn: dateOf(dueOn),
      isOverdue: isOverdue({ status, dueOn }, on),
      measureCounts: countOf('CorrectiveMeasure'),
      acceptedEvidenceCount: countOf('Evidence')['ACCEPTED'] ?? 0,
      ...words,
    },
    signed,
  );
}
