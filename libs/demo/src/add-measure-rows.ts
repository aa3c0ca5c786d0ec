import type { PastColumns, LedgerModel } from '@taizhang/platform/past';
import type { EventDefinition } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from '@taizhang/rectification/rules';
import { dateOf } from './china-time.ts';
import type { Day, DemoMeasure, DemoRound, MeasureRef } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { momentIn, type DemoPast, type Step } from './demo-past.ts';
import { contactOf } from './organizations-and-people.ts';
import type { PlacedItem } from './place-items.ts';

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

/** Adds the measures of an item and what was done of each. */
export function addMeasureRows(past: DemoPast, round: DemoRound, placed: PlacedItem): void {
  const { item } = placed;
  item.measures.forEach((measure, index) => {
    const ordinal = index + 1;
    const id = demoId('measure', `${placed.code}/${ordinal}`);
    const minutes = placed.index + 3 * ordinal;
    past.make(
      EVENTS.MEASURE_ADDED,
      {
        id,
        itemId: placed.id,
        ordinal,
        text: measure.text,
        ownerId: demoId('person', contactOf(measure.unit)),
        responsibleUnitId: demoId('organization', measure.unit),
        dueOn: dateOf(measure.dueOn),
        provenance: 'DEMO',
      },
      { on: item.measuresAddedOn, by: round.partyAffairs, minutes },
    );
    for (const [event, columns, step] of measureSteps(round, placed, measure))
      past.change(event, id, columns(momentIn(event, { ...step, minutes })), { ...step, minutes });
  });
}

type MeasureColumns = PastColumns<Extract<LedgerModel, 'CorrectiveMeasure'>>;
type MeasureStep = [
  event: EventDefinition<'CorrectiveMeasure'>,
  columns: (at: Date) => MeasureColumns,
  step: Step,
];

function measureSteps(round: DemoRound, { item }: PlacedItem, measure: DemoMeasure): MeasureStep[] {
  const { unit, days, returned, progress } = measure;
  const [startedOn, submittedOn, acceptedOn] = days;
  const [contact, checker] = [contactOf(unit), round.partyAffairs];
  const approve: MeasureStep = [
    EVENTS.MEASURE_APPROVED,
    () => ({ status: 'APPROVED' }),
    { on: item.measuresApprovedOn, by: item.leader },
  ];
  const start = (on: Day, more: MeasureColumns = {}): MeasureStep => [
    EVENTS.MEASURE_STARTED,
    () => ({ status: 'IN_PROGRESS', ...more }),
    { on, by: contact },
  ];
  const submit = (on: Day, more: MeasureColumns = {}): MeasureStep => [
    EVENTS.MEASURE_SUBMITTED,
    (at) => ({
      status: 'SUBMITTED',
      submittedById: demoId('person', contact),
      submittedAt: at,
      returnReason: null,
      ...more,
    }),
    { on, by: contact },
  ];
  const sendBack = (on: Day, reason: string): MeasureStep => [
    EVENTS.MEASURE_RETURNED,
    () => ({ status: 'RETURNED', returnReason: reason }),
    { on, by: checker, reason },
  ];
  const accept = (on: Day): MeasureStep => [
    EVENTS.MEASURE_ACCEPTED,
    (at) => ({ status: 'ACCEPTED', acceptedById: demoId('person', checker), acceptedAt: at }),
    { on, by: checker },
  ];
  // What is said of the work is said when it is handed in; of work under way, when it began.
  const said = progress ? { progress } : {};
  const last = submittedOn ? {} : said;
  return [
    approve,
    ...(startedOn ? [start(startedOn, last)] : []),
    ...(returned
      ? [submit(returned.submittedOn), sendBack(returned.returnedOn, returned.reason)]
      : []),
    ...(returned?.resumedOn ? [start(returned.resumedOn)] : []),
    ...(submittedOn ? [submit(submittedOn, said)] : []),
    ...(acceptedOn ? [accept(acceptedOn)] : []),
  ];
}
