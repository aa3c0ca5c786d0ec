import { addDays, daysBetween, LEDGER_DAY, momentOn } from './days.ts';
import { addDocuments } from './generate-documents.ts';
import { addFollowUp } from './generate-follow-up.ts';
import { addHistory } from './generate-history.ts';
import { addMeasures } from './generate-measures.ts';
import { addTrainings } from './generate-trainings.ts';
import type { Random } from './random.ts';
import type { Writes } from './collect-writes.ts';
import type { AddRow, Bureau, ItemFacts, Places, Row } from './rows.type.ts';
import { texts } from './texts.ts';

interface Place {
  roundId: string;
  areaId: string;
  ordinal: number;
  code: string;
  bureau: Bureau;
  feedbackOn: string;
}

const OLD = { CLOSED: 86, LONG_TERM: 7, WITHDRAWN: 2, REOPENED: 1, IN_PROGRESS: 4 };
const RECENT = {
  REGISTERED: 6,
  ASSIGNED: 8,
  PLANNED: 8,
  IN_PROGRESS: 38,
  SUBMITTED: 8,
  LEADER_SIGNED: 5,
  VERIFYING: 5,
  CLOSED: 15,
  LONG_TERM: 4,
  REOPENED: 1,
  WITHDRAWN: 2,
};
const UNSUBMITTED = ['REGISTERED', 'ASSIGNED', 'PLANNED', 'IN_PROGRESS', 'REOPENED', 'WITHDRAWN'];

/** Adds one item with all that hangs on it. */
export function addItem(random: Random, writes: Writes, places: Places, place: Place): void {
  const { add } = writes;
  const { bureau, feedbackOn } = place;
  const isOld = daysBetween(feedbackOn, LEDGER_DAY) > 300;
  const status = random.weighted<string>(isOld ? OLD : RECENT);
  const unit = random.pick(bureau.units);
  const leaderId = random.pick(bureau.leaders);
  const dueOn = addDays(feedbackOn, random.int(30, 200));
  const latest = Math.min(daysBetween(feedbackOn, LEDGER_DAY), daysBetween(feedbackOn, dueOn) + 20);
  const closedOn =
    status === 'CLOSED' ? addDays(feedbackOn, random.int(Math.min(25, latest), latest)) : null;
  const isUndated = status !== 'CLOSED' && random.chance(0.1);
  const isNamed = status !== 'REGISTERED' && status !== 'WITHDRAWN';
  const lastOn = closedOn ?? addDays(feedbackOn, Math.min(latest, random.int(1, 60)));
  const item: ItemFacts = {
    id: random.key(),
    code: place.code,
    status,
    bureau,
    leaderId,
    unit,
    from: feedbackOn,
    dueOn,
    closedOn,
  };
  const other = bureau.units.find(({ id }) => id !== unit.id);
  const row: Row = {
    id: item.id,
    code: place.code,
    roundId: place.roundId,
    areaId: place.areaId,
    ordinal: place.ordinal,
    organizationId: bureau.id,
    title: texts.title(random),
    description: random.chance(0.6) ? texts.description(random) : null,
    type: random.weighted({ IMMEDIATE: 3, TIME_BOUND: 6, LONG_TERM: 1 }),
    primaryResponsiblePersonId: bureau.leaders[0],
    responsibleUnitId: isNamed ? unit.id : null,
    dueOn: isUndated ? null : dueOn,
    firstDueOn: isUndated ? null : dueOn,
    provenance: 'ENTERED',
    supportingUnits: other && random.chance(0.5) ? [other.id] : [],
    createdAt: momentOn(feedbackOn, place.ordinal),
    updatedAt: momentOn(lastOn, random.int(0, 539)),
  };
  add('RectificationItem', row);
  addLists(random, add, item);
  const measures = addMeasures(random, writes, places, item);
  addDocuments(random, add, item, measures);
  addTrainings(random, add, item, measures);
  addFollowUp(random, add, places, item, measures);
  addHistory(random, writes, places, item, {
    leadLeaderId: isNamed ? leaderId : null,
    closedOn,
    reviewOn: status === 'LONG_TERM' ? addDays(LEDGER_DAY, random.int(-60, 300)) : null,
    submittedById: UNSUBMITTED.includes(status) ? null : unit.people[0],
    closedById: closedOn ? places.inspectors[0] : null,
  });
}

function addLists(random: Random, add: AddRow, item: ItemFacts): void {
  for (let ordinal = 1; ordinal <= random.int(1, 2); ordinal++)
    add('FindingManifestation', {
      id: random.key(),
      itemId: item.id,
      ordinal,
      text: texts.manifestation(random),
    });
  if (item.status !== 'LONG_TERM') return;
  for (let ordinal = 1; ordinal <= 3; ordinal++) {
    const dueOn = addDays(item.from, ordinal * 120);
    const title = `第${ordinal}阶段目标：${texts.summary(random)}`;
    add('Milestone', {
      id: random.key(),
      itemId: item.id,
      ordinal,
      title,
      dueOn,
      reachedOn: ordinal === 1 ? dueOn : null,
    });
  }
}
