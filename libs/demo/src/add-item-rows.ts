import type { PastColumns } from '@taizhang/platform/past';
import { RECTIFICATION_EVENTS as EVENTS } from '@taizhang/rectification/rules';
import { addMeasureRows } from './add-measure-rows.ts';
import { dateOf } from './china-time.ts';
import type { Day, DemoItem, DemoRound, ItemEventType } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';
import { contactOf, type PersonKey } from './organizations-and-people.ts';
import { placeItems, type PlacedItem } from './place-items.ts';

/** Adds the items of a round with what hangs on them, and what happened to each. */
export function addItemRows(past: DemoPast, round: DemoRound): void {
  for (const placed of placeItems(round)) {
    addItem(past, round, placed);
    addMilestones(past, round, placed);
    addMeasureRows(past, round, placed);
  }
}

function addItem(past: DemoPast, round: DemoRound, placed: PlacedItem): void {
  const { item, id, index } = placed;
  const [registered, ...later] = item.history;
  if (!registered) throw new Error(`The demo item ${placed.code} has no history`);
  const [on, , by] = registered;
  registerItem(past, round, placed, { on, by, minutes: index });
  for (const [on, type, by, reason] of later)
    past.change(
      EVENTS[type],
      id,
      columnsOf[type as Exclude<ItemEventType, 'ITEM_REGISTERED'>](item, on, by),
      { on, by, reason, minutes: index },
    );
  extendItem(past, round, placed);
}

function registerItem(past: DemoPast, round: DemoRound, placed: PlacedItem, step: Step): void {
  const { item, code, id } = placed;
  past.make(
    EVENTS.ITEM_REGISTERED,
    {
      id,
      code,
      roundId: demoId('round', round.code),
      areaId: demoId('area', `${round.code}/${placed.areaOrdinal}`),
      ordinal: placed.ordinal,
      organizationId: demoId('organization', round.organization),
      title: item.title,
      type: item.type,
      primaryResponsiblePersonId: demoId('person', round.firstResponsible),
      responsibleUnitId: demoId('organization', item.unit),
      supportingUnits: item.supporting.map((unit) => demoId('organization', unit)),
      dueOn: dateOf(item.dueOn),
      firstDueOn: dateOf(item.dueOn),
      provenance: 'DEMO',
      provenanceNote: round.notes.records,
    },
    step,
  );
  item.manifestations.forEach((text, index) =>
    past.make(
      EVENTS.MANIFESTATION_ADDED,
      {
        id: demoId('manifestation', `${code}/${index + 1}`),
        itemId: id,
        ordinal: index + 1,
        text,
      },
      { ...step, with: EVENTS.ITEM_REGISTERED },
    ),
  );
}

/** The stages of a long-term item come with its measures; its unit tells when one is reached. */
function addMilestones(past: DemoPast, round: DemoRound, { item, code, id: itemId }: PlacedItem) {
  item.milestones?.forEach(({ title, dueOn, reachedOn }, index) => {
    const id = demoId('milestone', `${code}/${index + 1}`);
    past.make(
      EVENTS.MILESTONE_ADDED,
      { id, itemId, ordinal: index + 1, title, dueOn: dateOf(dueOn) },
      { on: item.measuresAddedOn, by: round.partyAffairs, with: EVENTS.MEASURE_ADDED },
    );
    if (reachedOn)
      past.change(
        EVENTS.MILESTONE_REACHED,
        id,
        { reachedOn: dateOf(reachedOn) },
        { on: reachedOn, by: contactOf(item.unit) },
      );
  });
}

/** What each step leaves of an item. */
const columnsOf: Record<
  Exclude<ItemEventType, 'ITEM_REGISTERED'>,
  (item: DemoItem, on: Day, by: PersonKey) => PastColumns<'RectificationItem'>
> = {
  ITEM_ASSIGNED: ({ leader }) => ({ status: 'ASSIGNED', leadLeaderId: demoId('person', leader) }),
  ITEM_PLANNED: () => ({ status: 'PLANNED' }),
  ITEM_STARTED: () => ({ status: 'IN_PROGRESS' }),
  ITEM_SUBMITTED: (_item, _on, by) => ({
    status: 'SUBMITTED',
    submittedById: demoId('person', by),
  }),
  ITEM_SIGNED: () => ({ status: 'LEADER_SIGNED' }),
  ITEM_VERIFICATION_STARTED: () => ({ status: 'VERIFYING' }),
  ITEM_RETURNED: () => ({ status: 'IN_PROGRESS', submittedById: null }),
  ITEM_CLOSED: (_item, on, by) => ({
    status: 'CLOSED',
    closedOn: dateOf(on),
    closedById: demoId('person', by),
  }),
  ITEM_HELD_LONG_TERM: ({ reviewOn }) => ({
    status: 'LONG_TERM',
    reviewOn: reviewOn ? dateOf(reviewOn) : null,
  }),
  ITEM_REOPENED: () => ({
    status: 'REOPENED',
    closedOn: null,
    closedById: null,
    submittedById: null,
  }),
};

/** A granted extension moves the item's own due date, which is a change of the item. */
function extendItem(past: DemoPast, round: DemoRound, { item, path, id, index }: PlacedItem): void {
  const extended = round.extensions.find(
    (request) => request.item === path && request.decision?.granted,
  );
  const last = item.history.at(-1);
  if (!extended?.decision || !last) return;
  const { on, by, reason } = extended.decision;
  if (last[0] > on) throw new Error('A demo extension must come after the item’s last step');
  const columns = { dueOn: dateOf(extended.requestedDueOn) };
  past.change(EVENTS.ITEM_EDITED, id, columns, { on, by, reason, minutes: index });
}
