import type { DayOffRule, Delay } from '../calendar/working-days.ts';

export const CADENCE_KINDS = ['RULE', 'TIMES', 'FACT'] as const;
export const CADENCE_PERIODS = ['WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'] as const;
export const DAY_OFF_RULES = ['BEFORE', 'AFTER', 'KEEP'] as const;
export const DELAY_UNITS = ['DAY', 'WORKING_DAY', 'MONTH'] as const;
export type CadencePeriod = (typeof CADENCE_PERIODS)[number];

/** When a mechanism falls due. */
export type Cadence =
  | { kind: 'RULE'; rule: string }
  | { kind: 'TIMES'; times: number; period: CadencePeriod }
  | { kind: 'FACT'; factKind: string; delay: Delay };

/** What becomes of a day that the cadence gives. */
export interface Reckoning {
  dayOff: DayOffRule;
  grace: Delay;
}

/** One time that a mechanism falls due. */
export interface Slot {
  /** Which time it is; the same whenever it is reckoned. */
  slot: string;
  /** The day on which it falls by the cadence. */
  slotOn: string;
  /** From when what is done counts for it. */
  opensOn: string;
}

/** The days of a slot. */
export interface ReckonedDays {
  dueOn: string;
  graceEndsOn: string;
  /** A year that they stand on has no calendar yet. */
  isProvisional: boolean;
}
