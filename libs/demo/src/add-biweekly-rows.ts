import { OPEN_STATUSES, isOverdue } from '@taizhang/rectification/rules';
import { addDays, periodAt, type Period } from '@taizhang/reporting/rules';
import { placeItems, type PlacedItem } from './add-item-rows.ts';
import { biweeklySummaries, biweeklyWords } from './biweekly-words.ts';
import { dateOf, momentOf } from './china-time.ts';
import type { Day, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import {
  contactOf,
  organizations,
  people,
  type OrganizationKey,
} from './organizations-and-people.ts';
import { traceHistory, type EventRow, type Step } from './trace-history.ts';

/** When a frozen report was signed, on the day after its period. */
const SIGNED_AT = '17:20';

/** The log so far, by record. */
type Log = Map<string, EventRow[]>;

/** Adds the biweekly reports that were frozen; the current one is opened by the hub's own job. */
export function addBiweeklyRows(rows: DemoRows, round: DemoRound): void {
  const log: Log = new Map();
  for (const event of rows.events) {
    const id = String(event.subjectId);
    log.set(id, [...(log.get(id) ?? []), event]);
  }
  for (const [ordinal, summary] of Object.entries(biweeklySummaries))
    addReport(rows, round, log, periodAt(round.feedbackOn, Number(ordinal)), summary);
}

function addReport(rows: DemoRows, round: DemoRound, log: Log, period: Period, summary: string) {
  const id = demoId('biweekly', `${round.code}/${period.ordinal}`);
  const [startsOn, endsOn] = [period.startsOn as Day, period.endsOn as Day];
  const signedOn = addDays(endsOn, 1) as Day;
  const { organization, partyAffairs, firstResponsible: leader } = round;
  const { events, version } = traceHistory({ type: 'BiweeklyReport', id, organization }, [
    openedOn(startsOn, 'BIWEEKLY_REPORT_OPENED', leader, { ordinal: period.ordinal }),
    {
      on: signedOn,
      type: 'BIWEEKLY_REPORT_COMPILED',
      actor: partyAffairs,
      after: { status: 'COMPILED' },
    },
    { on: signedOn, type: 'BIWEEKLY_REPORT_FROZEN', actor: leader, after: { status: 'FROZEN' } },
  ]);
  rows.events.push(...events.map(byTheHub));
  rows.biweeklyReports.push({
    id,
    roundId: demoId('round', round.code),
    organizationId: demoId('organization', organization),
    ordinal: period.ordinal,
    startsOn: dateOf(startsOn),
    endsOn: dateOf(endsOn),
    status: 'FROZEN',
    summary,
    compiledById: demoId('person', partyAffairs),
    compiledAt: events[1]!.occurredAt,
    frozenById: demoId('person', leader),
    frozenAt: momentOf(signedOn, SIGNED_AT),
    provenance: 'DEMO',
    version,
  });
  const items = placeItems(round);
  const open = items.filter(
    (placed) =>
      isOpen(statusAt(log, placed.id, startsOn)) || isOpen(statusAt(log, placed.id, endsOn)),
  );
  const units = [...new Set(open.map(({ item }) => item.unit))];
  for (const unit of units) addPart(rows, round, period, unit, open);
  for (const placed of items) addSnapshotRow(rows, log, period, id, placed);
}

const isOpen = (status: string) => (OPEN_STATUSES as readonly string[]).includes(status);

const openedOn = (on: Day, type: string, actor: Step['actor'], after: object): Step => ({
  on,
  type,
  actor,
  after: { status: 'OPEN', ...after },
});

/** Periods open by themselves. */
const byTheHub = (event: EventRow): EventRow =>
  event.type.endsWith('_OPENED')
    ? { ...event, actorPersonId: null, actorName: '系统 / System' }
    : event;

/** A record's status at the end of a day, as the log tells it. */
function statusAt(log: Log, id: string, on: string): string {
  const end = momentOf(addDays(on, 1) as Day, '00:00');
  const last = log.get(id)?.findLast(({ occurredAt }) => occurredAt < end);
  return (last?.after as { status?: string } | undefined)?.status ?? 'NONE';
}

function addPart(
  rows: DemoRows,
  round: DemoRound,
  period: Period,
  unit: OrganizationKey,
  open: readonly PlacedItem[],
) {
  const key = `${round.code}/${period.ordinal}`;
  const id = demoId('biweekly-unit', `${key}/${unit}`);
  const { organization } = round;
  const [contact, endsOn] = [contactOf(unit), period.endsOn as Day];
  const { events, version } = traceHistory({ type: 'BiweeklyUnitReport', id, organization }, [
    openedOn(period.startsOn as Day, 'BIWEEKLY_UNIT_REPORT_OPENED', contact, {}),
    {
      on: endsOn,
      type: 'BIWEEKLY_UNIT_REPORT_SUBMITTED',
      actor: contact,
      after: { status: 'SUBMITTED' },
    },
  ]);
  rows.events.push(...events.map(byTheHub));
  const reportId = demoId('biweekly', key);
  rows.biweeklyUnitReports.push({
    id,
    reportId,
    unitId: demoId('organization', unit),
    organizationId: demoId('organization', organization),
    status: 'SUBMITTED',
    submittedById: demoId('person', contact),
    submittedAt: events[1]!.occurredAt,
    version,
  });
  for (const placed of open.filter(({ item }) => item.unit === unit)) {
    const answer = biweeklyWords[placed.path]?.[period.ordinal] ? 'UPDATED' : 'CONFIRMED';
    const entryId = demoId('biweekly-entry', `${key}/${placed.path}`);
    const history = traceHistory(
      {
        type: 'BiweeklyEntry',
        id: entryId,
        itemId: placed.id,
        organization,
        minutes: placed.index,
      },
      [
        {
          on: endsOn,
          type: 'BIWEEKLY_REPORT_OPENED',
          actor: contact,
          after: { status: 'UNANSWERED' },
        },
        { on: endsOn, type: `BIWEEKLY_ENTRY_${answer}`, actor: contact, after: { status: answer } },
      ],
    );
    // An entry comes with its report: the log begins with its answer.
    rows.events.push(...history.events.slice(1));
    rows.biweeklyEntries.push({
      id: entryId,
      reportId,
      unitReportId: id,
      itemId: placed.id,
      answer,
      ...wordsOf(placed.path, period.ordinal),
      answeredById: demoId('person', contact),
      answeredAt: history.updatedAt,
      version: history.version,
    });
  }
}

/** What was said of an item in a period, or last before it. */
function wordsOf(path: string, ordinal: number) {
  const said = Object.entries(biweeklyWords[path] ?? {}).findLast(([at]) => Number(at) <= ordinal);
  if (!said) throw new Error(`The demo has no words for item ${path} in period ${ordinal}`);
  const { progress, difficulties = null, nextStep = null } = said[1];
  return { progress, difficulties, nextStep };
}

function addSnapshotRow(
  rows: DemoRows,
  log: Log,
  period: Period,
  reportId: string,
  { id: itemId, code, item, index }: PlacedItem,
) {
  const on = addDays(period.endsOn, 1);
  const stored = rows.items.find(({ id }) => id === itemId)!;
  const area = rows.areas.find(({ id }) => id === stored.areaId)!;
  const moved = log
    .get(itemId)!
    .some(
      ({ type, occurredAt }) =>
        type === 'ITEM_EDITED' && occurredAt < momentOf(on as Day, SIGNED_AT),
    );
  const dueOn = (moved ? stored.dueOn : stored.firstDueOn) as Date;
  const status = statusAt(log, itemId, on);
  const measures = rows.measures.filter((measure) => measure.itemId === itemId);
  const counts: Record<string, number> = {};
  for (const { id } of measures) {
    const state = statusAt(log, String(id), on);
    counts[state] = (counts[state] ?? 0) + 1;
  }
  const entry = rows.biweeklyEntries.find(
    (one) => one.reportId === reportId && one.itemId === itemId,
  );
  const dates = { dueOn: dueOn.toISOString().slice(0, 10), closedOn: null };
  rows.biweeklySnapshotRows.push({
    id: demoId('biweekly-row', `${code}/${period.ordinal}`),
    reportId,
    itemId,
    code,
    ordinal: index + 1,
    areaTitle: area.title,
    title: item.title,
    status: status as (typeof OPEN_STATUSES)[number],
    organizationId: stored.organizationId,
    responsibleUnitId: demoId('organization', item.unit),
    responsibleUnitName: organizations[item.unit].name,
    supportingUnitIds: item.supporting.map((unit) => demoId('organization', unit)),
    leadLeaderName: people[item.leader].name,
    dueOn,
    isOverdue: isOverdue({ status, ...dates }, on),
    measureCounts: counts,
    acceptedEvidenceCount: rows.evidence.filter(
      (one) => one.itemId === itemId && statusAt(log, String(one.id), on) === 'ACCEPTED',
    ).length,
    progress: entry?.progress ?? null,
    difficulties: entry?.difficulties ?? null,
    nextStep: entry?.nextStep ?? null,
  });
}
