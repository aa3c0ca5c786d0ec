import { addMeasureRows } from './add-measure-rows.ts';
import { dateOf } from './china-time.ts';
import type { DemoItem, DemoRound, ItemEventType } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { traceHistory, type Step } from './trace-history.ts';

/** Where each event leaves an item. */
const STATUS_AFTER = {
  ITEM_REGISTERED: 'REGISTERED',
  ITEM_ASSIGNED: 'ASSIGNED',
  ITEM_PLANNED: 'PLANNED',
  ITEM_STARTED: 'IN_PROGRESS',
  ITEM_SUBMITTED: 'SUBMITTED',
  ITEM_SIGNED: 'LEADER_SIGNED',
  ITEM_VERIFICATION_STARTED: 'VERIFYING',
  ITEM_RETURNED: 'IN_PROGRESS',
  ITEM_CLOSED: 'CLOSED',
  ITEM_HELD_LONG_TERM: 'LONG_TERM',
  ITEM_REOPENED: 'REOPENED',
} as const satisfies Record<ItemEventType, string>;

/** An item with the place in its round that its code says. */
export interface PlacedItem {
  item: DemoItem;
  /** Area and item ordinal, such as 1.2. */
  path: string;
  code: string;
  id: string;
  areaOrdinal: number;
  ordinal: number;
  /** Place among all items of the round, from 0. */
  index: number;
}

/** The items of a round in the order of their codes. */
export function placeItems(round: DemoRound): PlacedItem[] {
  return round.areas
    .flatMap(({ items }, area) =>
      items.map((item, position) => {
        const [areaOrdinal, ordinal] = [area + 1, position + 1];
        const path = `${areaOrdinal}.${ordinal}`;
        const code = `${round.code}-${path}`;
        return { item, path, code, id: demoId('item', code), areaOrdinal, ordinal };
      }),
    )
    .map((placed, index) => ({ ...placed, index }));
}

/** Adds the items of a round with what hangs on them, and their histories. */
export function addItemRows(rows: DemoRows, round: DemoRound): void {
  for (const placed of placeItems(round)) {
    addItem(rows, round, placed);
    addLists(rows, placed);
    addMeasureRows(rows, round, placed);
  }
}

function addItem(rows: DemoRows, round: DemoRound, placed: PlacedItem): void {
  const { item, path, id, index } = placed;
  const last = item.history.at(-1);
  if (!last) throw new Error(`The demo item ${placed.code} has no history`);
  const [lastOn, lastType, lastActor] = last;
  const extended = round.extensions.find(
    (request) => request.item === path && request.decision?.granted,
  );
  const { events, ...stamps } = traceHistory(
    { type: 'RectificationItem', id, itemId: id, organization: round.organization, minutes: index },
    [...itemSteps(item), ...extensionStep(item, extended)],
  );
  const status = STATUS_AFTER[lastType];
  const closed = status === 'CLOSED';
  rows.items.push({
    id,
    code: placed.code,
    roundId: demoId('round', round.code),
    areaId: demoId('area', `${round.code}/${placed.areaOrdinal}`),
    ordinal: placed.ordinal,
    organizationId: demoId('organization', round.organization),
    title: item.title,
    type: item.type,
    status,
    primaryResponsiblePersonId: demoId('person', round.firstResponsible),
    leadLeaderId: demoId('person', item.leader),
    responsibleUnitId: demoId('organization', item.unit),
    dueOn: dateOf(extended?.requestedDueOn ?? item.dueOn),
    firstDueOn: dateOf(item.dueOn),
    closedOn: closed ? dateOf(lastOn) : null,
    reviewOn: item.reviewOn ? dateOf(item.reviewOn) : null,
    submittedById: submitterOf(item),
    closedById: closed ? demoId('person', lastActor) : null,
    provenance: 'DEMO',
    provenanceNote: round.notes.records,
    ...stamps,
  });
  rows.events.push(...events);
}

const itemSteps = ({ title, history }: DemoItem): Step[] =>
  history.map(([on, type, actor, reason]) => ({
    on,
    type,
    actor,
    after: { status: STATUS_AFTER[type], ...(type === 'ITEM_REGISTERED' && { title }) },
    reason,
  }));

/** A granted extension moves the item's own due date, which is a change of the item. */
function extensionStep(
  item: DemoItem,
  extended: DemoRound['extensions'][number] | undefined,
): Step[] {
  const last = item.history.at(-1);
  if (!extended?.decision || !last) return [];
  const { on, by, reason } = extended.decision;
  if (last[0] > on) throw new Error('A demo extension must come after the item’s last step');
  return [
    {
      on,
      type: 'ITEM_EDITED',
      actor: by,
      before: { dueOn: item.dueOn },
      after: { status: STATUS_AFTER[last[1]], dueOn: extended.requestedDueOn },
      reason,
    },
  ];
}

/** Who handed the item in for the verification that stands: a return or a reopening takes it back. */
function submitterOf({ history }: DemoItem): string | null {
  const standing = history.findLast(([, type]) =>
    ['ITEM_SUBMITTED', 'ITEM_RETURNED', 'ITEM_REOPENED'].includes(type),
  );
  return standing?.[1] === 'ITEM_SUBMITTED' ? demoId('person', standing[2]) : null;
}

function addLists(rows: DemoRows, { item, code, id: itemId }: PlacedItem): void {
  for (const unit of item.supporting)
    rows.supportingUnits.push({ itemId, organizationId: demoId('organization', unit) });
  item.manifestations.forEach((text, index) =>
    rows.manifestations.push({
      id: demoId('manifestation', `${code}/${index + 1}`),
      itemId,
      ordinal: index + 1,
      text,
    }),
  );
  item.milestones?.forEach(({ title, dueOn, reachedOn }, index) =>
    rows.milestones.push({
      id: demoId('milestone', `${code}/${index + 1}`),
      itemId,
      ordinal: index + 1,
      title,
      dueOn: dateOf(dueOn),
      reachedOn: reachedOn ? dateOf(reachedOn) : null,
    }),
  );
}
