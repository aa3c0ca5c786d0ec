import { ITEM_LIFE_CYCLE, type ItemStatus } from '@taizhang/rectification/rules';
import { addDays } from '@taizhang/platform/rules';
import { periodAt, REPORTING_EVENTS as EVENTS, type Period } from '@taizhang/reporting/rules';
import { addSnapshotRow } from './add-snapshot-row.ts';
import { biweeklySummaries, biweeklyWords } from './biweekly-words.ts';
import { dateOf } from './china-time.ts';
import type { Day, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { momentIn, type DemoPast, type Step } from './demo-past.ts';
import { endOf, lookInto, type Look } from './look-into-past.ts';
import { contactOf, type OrganizationKey } from './organizations-and-people.ts';
import { placeItems, type PlacedItem } from './place-items.ts';

/** Adds the biweekly reports that were frozen; the current one is opened by the hub's own job. */
export function addBiweeklyRows(past: DemoPast, round: DemoRound): void {
  const look = lookInto(past);
  for (const [ordinal, summary] of Object.entries(biweeklySummaries))
    addReport(past, look, round, periodAt(round.feedbackOn, Number(ordinal)), summary);
}

function addReport(past: DemoPast, look: Look, round: DemoRound, period: Period, summary: string) {
  const id = demoId('biweekly', `${round.code}/${period.ordinal}`);
  const [startsOn, endsOn] = [period.startsOn as Day, period.endsOn as Day];
  const signedOn = addDays(endsOn, 1) as Day;
  const { organization, partyAffairs, firstResponsible } = round;
  // Periods open by themselves.
  const opened: Step = { on: startsOn, by: null, with: EVENTS.BIWEEKLY_REPORT_OPENED };
  past.make(
    EVENTS.BIWEEKLY_REPORT_OPENED,
    {
      id,
      roundId: demoId('round', round.code),
      organizationId: demoId('organization', organization),
      ordinal: period.ordinal,
      startsOn: dateOf(startsOn),
      endsOn: dateOf(endsOn),
      provenance: 'DEMO',
    },
    opened,
  );
  const isOpenOn = (placed: PlacedItem, day: Day) =>
    ITEM_LIFE_CYCLE.is(
      'isReportedBiweekly',
      look.at(placed.id, 'status', endOf(day)) as ItemStatus,
    );
  const items = placeItems(round);
  const reported = items.filter((placed) => isOpenOn(placed, startsOn) || isOpenOn(placed, endsOn));
  for (const unit of new Set(reported.map(({ item }) => item.unit))) {
    const ofUnit = reported.filter(({ item }) => item.unit === unit);
    const unitReportId = addPart(past, round, period, unit, opened);
    for (const placed of ofUnit) {
      const entered = isOpenOn(placed, startsOn) ? opened : { ...opened, on: endsOn };
      addEntry(past, round, period, { unitReportId, placed, entered });
    }
  }
  const compiled: Step = { on: signedOn, by: partyAffairs };
  past.change(
    EVENTS.BIWEEKLY_REPORT_COMPILED,
    id,
    {
      status: 'COMPILED',
      summary,
      compiledById: demoId('person', partyAffairs),
      compiledAt: momentIn(EVENTS.BIWEEKLY_REPORT_COMPILED, compiled),
    },
    compiled,
  );
  const signed: Step = { on: signedOn, by: firstResponsible, with: EVENTS.BIWEEKLY_REPORT_FROZEN };
  for (const placed of items) {
    const words = reported.includes(placed) ? wordsOf(placed.path, period.ordinal) : null;
    addSnapshotRow(past, look, { reportId: id, period, placed, words, signed });
  }
  past.change(
    EVENTS.BIWEEKLY_REPORT_FROZEN,
    id,
    {
      status: 'FROZEN',
      frozenById: demoId('person', firstResponsible),
      frozenAt: momentIn(EVENTS.BIWEEKLY_REPORT_FROZEN, signed),
    },
    signed,
  );
}

/** Adds what one unit hands in. @returns its id. */
function addPart(
  past: DemoPast,
  round: DemoRound,
  period: Period,
  unit: OrganizationKey,
  opened: Step,
): string {
  const key = `${round.code}/${period.ordinal}`;
  const id = demoId('biweekly-unit', `${key}/${unit}`);
  const contact = contactOf(unit);
  past.make(
    EVENTS.BIWEEKLY_UNIT_REPORT_OPENED,
    {
      id,
      reportId: demoId('biweekly', key),
      unitId: demoId('organization', unit),
      organizationId: demoId('organization', round.organization),
    },
    opened,
  );
  const submitted: Step = { on: period.endsOn as Day, by: contact };
  past.change(
    EVENTS.BIWEEKLY_UNIT_REPORT_SUBMITTED,
    id,
    {
      status: 'SUBMITTED',
      submittedById: demoId('person', contact),
      submittedAt: momentIn(EVENTS.BIWEEKLY_UNIT_REPORT_SUBMITTED, submitted),
    },
    submitted,
  );
  return id;
}

interface Entered {
  unitReportId: string;
  placed: PlacedItem;
  /** When the item came into the report. */
  entered: Step;
}

/** An item comes into a report with the words of the period before; its unit confirms or renews them. */
function addEntry(
  past: DemoPast,
  round: DemoRound,
  { ordinal, endsOn }: Period,
  { unitReportId, placed, entered }: Entered,
): void {
  const key = `${round.code}/${ordinal}`;
  const id = demoId('biweekly-entry', `${key}/${placed.path}`);
  const isUpdated = Boolean(biweeklyWords[placed.path]?.[ordinal]);
  const words = wordsOf(placed.path, ordinal);
  past.make(
    EVENTS.BIWEEKLY_ENTRY_OPENED,
    {
      id,
      reportId: demoId('biweekly', key),
      unitReportId,
      itemId: placed.id,
      ...(isUpdated ? wordsBefore(placed.path, ordinal) : words),
    },
    entered,
  );
  const contact = contactOf(placed.item.unit);
  const event = isUpdated ? EVENTS.BIWEEKLY_ENTRY_UPDATED : EVENTS.BIWEEKLY_ENTRY_CONFIRMED;
  const answered: Step = { on: endsOn as Day, by: contact, minutes: placed.index };
  past.change(
    event,
    id,
    {
      answer: isUpdated ? 'UPDATED' : 'CONFIRMED',
      ...words,
      answeredById: demoId('person', contact),
      answeredAt: momentIn(event, answered),
    },
    answered,
  );
}

/** What was said of an item in a period, or last before it. */
function wordsOf(path: string, ordinal: number) {
  const words = wordsBefore(path, ordinal + 1);
  if (!words) throw new Error(`The demo has no words for item ${path} in period ${ordinal}`);
  return words;
}

function wordsBefore(path: string, ordinal: number) {
  const said = Object.entries(biweeklyWords[path] ?? {}).findLast(([at]) => Number(at) < ordinal);
  if (!said) return null;
  const { progress, difficulties = null, nextStep = null } = said[1];
  return { progress, difficulties, nextStep };
}
