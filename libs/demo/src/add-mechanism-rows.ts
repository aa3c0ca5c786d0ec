import type { PastRow } from '@taizhang/platform';
import { addDays, addMonths, weekdayOf } from '@taizhang/platform/rules';
import {
  MECHANISM_EVENTS as EVENTS,
  reckon,
  workingDays,
  type Slot,
} from '@taizhang/mechanisms/rules';
import { measureIds } from './add-measure-rows.ts';
import { dateOf } from './china-time.ts';
import type { Day, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';
import {
  mechanisms,
  MECHANISMS_FROM,
  MECHANISMS_UNTIL,
  openings,
  type DemoMechanism,
  type Outcome,
} from './mechanisms.ts';
import { contactOf, type OrganizationKey } from './organizations-and-people.ts';

const calendar = workingDays([]);
const VISITS = '新开企业走访';
/** What is done as it should be is done so many days before it is due. */
const DAYS_BEFORE = 4;
const DAYS_UNTIL_EXPLAINED = 6;

/** Adds the standing mechanisms, and what became of each time that they fell due. */
export function addMechanismRows(past: DemoPast, round: DemoRound): void {
  // Facts come before the occurrences that they open: rows are stored kind by kind.
  addVisits(past, round);
  for (const mechanism of mechanisms) {
    const id = addMechanism(past, round, mechanism);
    const until = mechanism.suspended?.on ?? MECHANISMS_UNTIL;
    for (const slot of mechanism.slots.filter(({ opensOn }) => opensOn <= until))
      addOccurrence(past, { id, mechanism, slot, factId: null }, mechanism.outcomes[slot.slot]);
    if (mechanism.suspended) suspend(past, id, mechanism);
  }
}

function addMechanism(past: DemoPast, round: DemoRound, mechanism: DemoMechanism): string {
  const { title, unit, item, measure, cadence, slots } = mechanism;
  const id = demoId('mechanism', title);
  const next = slots.find(({ opensOn }) => opensOn > MECHANISMS_UNTIL);
  past.make(
    EVENTS.MECHANISM_ADDED,
    {
      id,
      title,
      description: mechanism.description,
      basis: mechanism.basis ?? null,
      organizationId: demoId('organization', round.organization),
      responsibleUnitId: demoId('organization', unit),
      ownerId: demoId('person', mechanism.owner),
      itemId: demoId('item', `${round.code}-${item}`),
      measureId: measure ? measureIds(round, measure).measureId : null,
      evidenceWanted: mechanism.evidenceWanted ?? null,
      ...cadence,
      dayOff: 'AFTER',
      graceCount: mechanism.graceCount ?? 0,
      startsOn: dateOf(MECHANISMS_FROM),
      cadenceFrom: dateOf(MECHANISMS_FROM),
      slotsFrom: dateOf(MECHANISMS_FROM),
      nextOpensOn: next && !mechanism.suspended ? dateOf(next.opensOn as Day) : null,
      status: 'ACTIVE',
      provenance: 'DEMO',
      provenanceNote: round.notes.records,
    },
    { on: MECHANISMS_FROM, by: round.partyAffairs },
  );
  return id;
}

interface Told {
  id: string;
  mechanism: Pick<DemoMechanism, 'title' | 'unit' | 'note' | 'graceCount'>;
  slot: Slot;
  factId: string | null;
}

const occurrenceId = ({ mechanism, slot }: Told) =>
  demoId('occurrence', `${mechanism.title}/${slot.slot}`);

/** Opens an occurrence and tells what became of it, as far as it has by now. */
function addOccurrence(past: DemoPast, told: Told, outcome: Outcome | undefined) {
  const { mechanism, slot, factId } = told;
  const grace = { count: mechanism.graceCount ?? 0, unit: 'DAY' as const };
  const days = reckon(slot.slotOn, { dayOff: 'AFTER', grace }, calendar);
  const row: PastRow<'MechanismOccurrence'> = {
    id: occurrenceId(told),
    mechanismId: told.id,
    slot: slot.slot,
    slotOn: dateOf(slot.slotOn as Day),
    slotYear: Number(slot.slotOn.slice(0, 4)),
    opensOn: dateOf(slot.opensOn as Day),
    dueOn: dateOf(days.dueOn as Day),
    graceEndsOn: dateOf(days.graceEndsOn as Day),
    isProvisional: days.isProvisional,
    organizationId: demoId('organization', 'WL'),
    responsibleUnitId: demoId('organization', mechanism.unit),
    factId,
    status: 'DUE',
    provenance: 'DEMO',
  };
  past.make(EVENTS.OCCURRENCE_OPENED, row, openingOf(slot, factId));
  const usual = workingDayBefore(addDays(days.dueOn, -DAYS_BEFORE), slot.opensOn);
  tellOutcome(past, told, days.graceEndsOn, outcome ?? { doneOn: usual as Day });
}

/** On the first day all is there when the mechanisms are; later the hub opens it at night, and a fact at once. */
function openingOf({ opensOn }: Slot, factId: string | null): Step {
  if (opensOn <= MECHANISMS_FROM)
    return { on: MECHANISMS_FROM, by: null, with: EVENTS.MECHANISM_ADDED, minutes: 2 };
  const on = opensOn as Day;
  return { on, by: null, ...(factId && { with: EVENTS.BUSINESS_FACT_REGISTERED }) };
}

/** The last working day up to a day, but none before another. */
function workingDayBefore(day: string, earliest: string): string {
  const moved = calendar.move(day < earliest ? earliest : day, 'BEFORE');
  return moved < earliest ? calendar.move(earliest, 'AFTER') : moved;
}

function tellOutcome(past: DemoPast, told: Told, graceEndsOn: string, outcome: Outcome) {
  const id = occurrenceId(told);
  const { unit, note } = told.mechanism;
  const by = contactOf(unit);
  const doneById = demoId('person', by);
  if ('doneOn' in outcome) {
    if (outcome.doneOn > MECHANISMS_UNTIL) return;
    const columns = {
      status: 'DONE' as const,
      doneOn: dateOf(outcome.doneOn),
      note: outcome.note ?? note,
      doneById,
    };
    past.change(EVENTS.OCCURRENCE_DONE, id, columns, { on: outcome.doneOn, by });
  } else if ('waived' in outcome) {
    const columns = { status: 'WAIVED' as const, reason: outcome.waived };
    const step = { on: outcome.on, by: outcome.by, reason: outcome.waived };
    past.change(EVENTS.OCCURRENCE_WAIVED, id, columns, step);
  } else {
    const missedOn = addDays(graceEndsOn, 1) as Day;
    past.change(EVENTS.OCCURRENCE_MISSED, id, { status: 'MISSED' }, { on: missedOn, by: null });
    const made = outcome.madeUpOn ?? (addDays(missedOn, DAYS_UNTIL_EXPLAINED) as Day);
    const columns = {
      reason: outcome.missed,
      ...(outcome.madeUpOn && { doneOn: dateOf(outcome.madeUpOn), doneById }),
    };
    const on = (weekdayOf(made) > 4 ? addDays(made, 2) : made) as Day;
    past.change(EVENTS.OCCURRENCE_EXPLAINED, id, columns, { on, by, reason: outcome.missed });
  }
}

/** A suspended mechanism waives what was not yet due. */
function suspend(past: DemoPast, id: string, mechanism: DemoMechanism) {
  const { on, reason } = mechanism.suspended!;
  const by = 'party-affairs';
  const columns = { status: 'SUSPENDED' as const, statusReason: reason };
  past.change(EVENTS.MECHANISM_SUSPENDED, id, columns, { on, by, reason });
  const open = mechanism.slots.filter(({ opensOn, slotOn }) => opensOn <= on && slotOn >= on);
  for (const slot of open) {
    const told = { id, mechanism, slot, factId: null };
    const waived = { status: 'WAIVED' as const, reason };
    past.change(EVENTS.OCCURRENCE_LAPSED, occurrenceId(told), waived, { on, by, reason });
  }
}

/** Within a month of its opening a business is visited: a clock that each opening starts. */
function addVisits(past: DemoPast, round: DemoRound) {
  const unit: OrganizationKey = 'SC';
  const mechanism: DemoMechanism = {
    title: VISITS,
    description: '新开文化娱乐场所一个月内上门走访，宣传政策、核对经营情况。',
    unit,
    owner: 'contact-market',
    item: '3.2',
    cadence: {
      cadence: 'FACT',
      factKind: '企业开业',
      delayCount: 1,
      delayUnit: 'MONTH',
    },
    slots: [],
    note: '上门走访，核对许可与经营情况，告知政策要点。',
    outcomes: {},
  };
  const id = addMechanism(past, round, mechanism);
  for (const { key, openedOn, outcome } of openings) {
    const factId = demoId('fact', key);
    past.make(
      EVENTS.BUSINESS_FACT_REGISTERED,
      {
        id: factId,
        kind: '企业开业',
        system: '行政审批系统',
        key,
        title: `新开文化娱乐场所（${key}）`,
        happenedOn: dateOf(openedOn),
        organizationId: demoId('organization', round.organization),
      },
      {
        on: openedOn,
        by: round.partyAffairs,
        ...(openedOn === MECHANISMS_FROM && { with: EVENTS.MECHANISM_ADDED, minutes: 1 }),
      },
    );
    const slotOn = addMonths(openedOn, 1);
    const slot = { slot: `fact/${factId}`, slotOn, opensOn: openedOn };
    addOccurrence(past, { id, mechanism, slot, factId }, outcome);
  }
}
