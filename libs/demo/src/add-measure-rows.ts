import type { PlacedItem } from './add-item-rows.ts';
import { dateOf } from './china-time.ts';
import type { DemoMeasure, DemoRound, MeasureRef } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { contactOf } from './organizations-and-people.ts';
import { eventTime, traceHistory, type Step } from './trace-history.ts';

/** The ids of a measure and of its item, by the way the other data files name it. */
export function measureIds(round: DemoRound, ref: MeasureRef) {
  const [path = '', ordinal = ''] = ref.split('/');
  const [area = 0, item = 0] = path.split('.').map(Number);
  const measure = round.areas[area - 1]?.items[item - 1]?.measures[Number(ordinal) - 1];
  if (!measure) throw new Error(`The demo round ${round.code} has no measure ${ref}`);
  const code = `${round.code}-${path}`;
  return {
    measure,
    itemId: demoId('item', code),
    measureId: demoId('measure', `${code}/${ordinal}`),
  };
}

/** Adds the measures of an item and their histories. */
export function addMeasureRows(rows: DemoRows, round: DemoRound, placed: PlacedItem): void {
  placed.item.measures.forEach((measure, index) => {
    const ordinal = index + 1;
    const id = demoId('measure', `${placed.code}/${ordinal}`);
    const minutes = placed.index + 3 * ordinal;
    const steps = measureSteps(round, placed, measure, ordinal);
    const { events, ...stamps } = traceHistory(
      {
        type: 'CorrectiveMeasure',
        id,
        itemId: placed.id,
        organization: round.organization,
        minutes,
      },
      steps,
    );
    const submitted = steps.findLast(({ type }) => type === 'MEASURE_SUBMITTED');
    const accepted = steps.findLast(({ type }) => type === 'MEASURE_ACCEPTED');
    const last = steps.at(-1);
    rows.measures.push({
      id,
      itemId: placed.id,
      ordinal,
      text: measure.text,
      status: last?.after.status ?? 'DRAFT',
      ownerId: demoId('person', contactOf(measure.unit)),
      responsibleUnitId: demoId('organization', measure.unit),
      dueOn: dateOf(measure.dueOn),
      progress: measure.progress ?? null,
      submittedById: submitted ? demoId('person', submitted.actor) : null,
      submittedAt: submitted ? eventTime({ minutes }, submitted) : null,
      acceptedById: accepted ? demoId('person', accepted.actor) : null,
      acceptedAt: accepted ? eventTime({ minutes }, accepted) : null,
      returnReason: last?.type === 'MEASURE_RETURNED' ? (last.reason ?? null) : null,
      provenance: 'DEMO',
      ...stamps,
    });
    rows.events.push(...events);
  });
}

type MeasureStatus = 'DRAFT' | 'APPROVED' | 'IN_PROGRESS' | 'SUBMITTED' | 'ACCEPTED' | 'RETURNED';
type MeasureStep = Step & { after: { status: MeasureStatus } };

function measureSteps(
  round: DemoRound,
  { item }: PlacedItem,
  { text, unit, days, returned, progress }: DemoMeasure,
  ordinal: number,
): MeasureStep[] {
  const [startedOn, submittedOn, acceptedOn] = days;
  const contact = contactOf(unit);
  const step = (
    on: MeasureStep['on'] | undefined,
    type: string,
    actor: MeasureStep['actor'],
    status: MeasureStatus,
    more: { reason?: string; after?: Record<string, string> } = {},
  ): MeasureStep[] =>
    on
      ? [
          {
            on,
            type,
            actor,
            before: { ordinal },
            after: { status, ordinal, ...more.after },
            reason: more.reason,
          },
        ]
      : [];
  const report = progress ? { after: { progress } } : {};
  return [
    ...step(item.measuresAddedOn, 'MEASURE_ADDED', round.partyAffairs, 'DRAFT', {
      after: { text },
    }),
    ...step(item.measuresApprovedOn, 'MEASURE_APPROVED', item.leader, 'APPROVED'),
    ...step(startedOn, 'MEASURE_STARTED', contact, 'IN_PROGRESS'),
    ...step(returned?.submittedOn, 'MEASURE_SUBMITTED', contact, 'SUBMITTED'),
    ...step(returned?.returnedOn, 'MEASURE_RETURNED', round.partyAffairs, 'RETURNED', {
      reason: returned?.reason ?? '',
    }),
    ...step(returned?.resumedOn, 'MEASURE_STARTED', contact, 'IN_PROGRESS'),
    ...step(submittedOn, 'MEASURE_SUBMITTED', contact, 'SUBMITTED', report),
    ...step(acceptedOn, 'MEASURE_ACCEPTED', round.partyAffairs, 'ACCEPTED'),
  ];
}
