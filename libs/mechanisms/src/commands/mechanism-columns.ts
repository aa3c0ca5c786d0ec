import { fromDay, type Row } from '@taizhang/platform';
import type { Cadence, Reckoning } from '../rules/cadence/cadence.type.ts';
import type { Timetable } from '../rules/cadence/slots.ts';
import { cadenceOf, type CadenceInput } from '../rules/inputs.ts';

type Columns = Pick<
  Row<'StandingMechanism'>,
  | 'cadence'
  | 'recurrenceRule'
  | 'timesPerPeriod'
  | 'period'
  | 'factKind'
  | 'delayCount'
  | 'delayUnit'
  | 'dayOff'
  | 'graceCount'
  | 'graceUnit'
>;

/** A cadence as the columns of its mechanism hold it. */
export function cadenceColumns(input: CadenceInput): Columns {
  const cadence = cadenceOf(input);
  const is = <Kind extends Cadence['kind']>(kind: Kind) =>
    cadence.kind === kind ? (cadence as Extract<Cadence, { kind: Kind }>) : null;
  return {
    cadence: cadence.kind,
    recurrenceRule: is('RULE')?.rule ?? null,
    timesPerPeriod: is('TIMES')?.times ?? null,
    period: is('TIMES')?.period ?? null,
    factKind: is('FACT')?.factKind ?? null,
    delayCount: is('FACT')?.delay.count ?? null,
    delayUnit: is('FACT')?.delay.unit ?? null,
    dayOff: input.dayOff ?? 'AFTER',
    graceCount: input.graceCount ?? 0,
    graceUnit: input.graceUnit ?? 'DAY',
  };
}

/** The cadence that columns hold. */
export function storedCadence(row: Omit<Columns, 'dayOff' | 'graceCount' | 'graceUnit'>): Cadence {
  switch (row.cadence) {
    case 'RULE':
      return { kind: 'RULE', rule: row.recurrenceRule! };
    case 'TIMES':
      return { kind: 'TIMES', times: row.timesPerPeriod!, period: row.period! };
    case 'FACT':
      return {
        kind: 'FACT',
        factKind: row.factKind!,
        delay: { count: row.delayCount!, unit: row.delayUnit! },
      };
  }
}

export const storedReckoning = ({ dayOff, graceCount, graceUnit }: Columns): Reckoning => ({
  dayOff,
  grace: { count: graceCount, unit: graceUnit },
});

/** When a stored mechanism falls due. */
export const storedTimetable = (
  row: Columns & Pick<Row<'StandingMechanism'>, 'cadenceFrom' | 'slotsFrom' | 'endsOn'>,
): Timetable => ({
  cadence: storedCadence(row),
  cadenceFrom: fromDay(row.cadenceFrom)!,
  slotsFrom: fromDay(row.slotsFrom)!,
  endsOn: fromDay(row.endsOn),
});
