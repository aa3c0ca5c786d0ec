import {
  fromDay,
  toDay,
  type NewRow,
  type Prisma,
  type Row,
  type WriteScope,
} from '@taizhang/platform';
import { addDays, yearOf } from '@taizhang/platform/rules';
import type { Slot } from '../rules/cadence/cadence.type.ts';
import { factSlot, reckon } from '../rules/cadence/reckon.ts';
import { slotAfter, slotsBetween } from '../rules/cadence/slots.ts';
import type { WorkingDays } from '../rules/calendar/working-days.ts';
import { MECHANISM_EVENTS, OCCURRENCE_LIFE_CYCLE } from '../rules/index.ts';
import { storedCadence, storedReckoning, storedTimetable } from './mechanism-columns.ts';
import { noteNextOpening } from './note-next-opening.ts';

type Mechanism = Row<'StandingMechanism'>;
type Fact = Row<'BusinessFact'>;
type FactCadence = Extract<ReturnType<typeof storedCadence>, { kind: 'FACT' }>;

const EVENT = MECHANISM_EVENTS.OCCURRENCE_OPENED;
/** Whatever has opened by a day falls within these after it, or is the next of a rule of years. */
const LONGEST_WINDOW = 400;

/**
 * Opens what a mechanism has open by today and lacks, however long nobody looked: each slot once. The caller
 * holds the mechanism's row; the unique key on mechanism and slot stands behind it.
 */
export async function openOccurrences(
  scope: Pick<WriteScope, 'tx' | 'createMany'>,
  mechanism: Mechanism,
  calendar: WorkingDays,
  today: string,
): Promise<void> {
  if (mechanism.status !== 'ACTIVE') return;
  if (mechanism.cadence === 'FACT') return openByFacts(scope, mechanism, calendar);
  const timetable = storedTimetable(mechanism);
  const from = fromDay(mechanism.nextOpensOn) ?? timetable.slotsFrom;
  const horizon = addDays(today, LONGEST_WINDOW);
  const beyond = slotAfter(timetable, horizon);
  const slots = [...slotsBetween(timetable, from, horizon), ...(beyond ? [beyond] : [])];
  const isOpen = ({ opensOn }: Slot) => opensOn <= today;
  await createMissing(
    scope,
    mechanism,
    slots.filter(isOpen).map((slot) => rowOf(mechanism, slot, calendar)),
  );
  const next = slots.find((slot) => !isOpen(slot));
  await noteNextOpening(scope.tx, mechanism.id, next?.opensOn ?? null);
}

/** A fact and a mechanism that are added at the same time wait for each other, so that the later one finds the other. */
export async function lockKind(
  tx: Prisma.TransactionClient,
  organizationId: string,
  factKind: string,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`BusinessFact ${organizationId} ${factKind}`}, 0))`;
}

/** Starts the clocks of all that happened since the mechanism counts; index on organization, kind and day. */
async function openByFacts(
  scope: Pick<WriteScope, 'tx' | 'createMany'>,
  mechanism: Mechanism,
  calendar: WorkingDays,
) {
  await lockKind(scope.tx, mechanism.organizationId, mechanism.factKind!);
  const facts = await scope.tx.businessFact.findMany({
    where: {
      organizationId: mechanism.organizationId,
      kind: mechanism.factKind!,
      happenedOn: {
        gte: mechanism.slotsFrom,
        ...(mechanism.endsOn && { lte: mechanism.endsOn }),
      },
    },
    orderBy: [{ happenedOn: 'asc' }, { id: 'asc' }],
  });
  await createMissing(
    scope,
    mechanism,
    facts.map((fact) => factRow(mechanism, fact, calendar)),
  );
}

/** Starts the clocks of a fact that has just been registered; index on organization and kind of fact. */
export async function openForFact(
  scope: Pick<WriteScope, 'tx' | 'createMany'>,
  fact: Fact,
  calendar: WorkingDays,
): Promise<void> {
  const mechanisms = await scope.tx.standingMechanism.findMany({
    where: {
      organizationId: fact.organizationId,
      factKind: fact.kind,
      status: 'ACTIVE',
      slotsFrom: { lte: fact.happenedOn },
      OR: [{ endsOn: null }, { endsOn: { gte: fact.happenedOn } }],
    },
    orderBy: { id: 'asc' },
  });
  for (const mechanism of mechanisms)
    await createMissing(scope, mechanism, [factRow(mechanism, fact, calendar)]);
}

/** What a fact comes to for a mechanism. */
export function factRow(mechanism: Mechanism, fact: Fact, calendar: WorkingDays) {
  const cadence = storedCadence(mechanism) as FactCadence;
  const happenedOn = fromDay(fact.happenedOn)!;
  const { isProvisional, ...slot } = factSlot({ id: fact.id, happenedOn }, cadence, calendar);
  const row = rowOf(mechanism, slot, calendar);
  return { ...row, factId: fact.id, isProvisional: isProvisional || row.isProvisional };
}

function rowOf(mechanism: Mechanism, slot: Slot, calendar: WorkingDays) {
  const { organizationId, responsibleUnitId } = mechanism;
  const days = reckon(slot.slotOn, storedReckoning(mechanism), calendar);
  return {
    mechanismId: mechanism.id,
    slot: slot.slot,
    slotOn: toDay(slot.slotOn)!,
    slotYear: yearOf(slot.slotOn),
    opensOn: toDay(slot.opensOn)!,
    dueOn: toDay(days.dueOn)!,
    graceEndsOn: toDay(days.graceEndsOn)!,
    isProvisional: days.isProvisional,
    organizationId,
    responsibleUnitId,
  };
}

async function createMissing(
  { tx, createMany }: Pick<WriteScope, 'tx' | 'createMany'>,
  { id: mechanismId }: Mechanism,
  rows: (ReturnType<typeof rowOf> & { factId?: string })[],
) {
  if (!rows.length) return;
  const stored = await tx.mechanismOccurrence.findMany({
    where: { mechanismId, slot: { in: rows.map(({ slot }) => slot) } },
    select: { slot: true },
  });
  const known = new Set(stored.map(({ slot }) => slot));
  const missing: NewRow<'MechanismOccurrence'>[] = rows
    .filter(({ slot }) => !known.has(slot))
    .map((row) => ({ ...row, ...OCCURRENCE_LIFE_CYCLE.bornBy(EVENT) }));
  await createMany(EVENT, missing);
}
