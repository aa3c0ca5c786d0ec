import { BIWEEKLY_ENTRY_LIFE_CYCLE } from './entry-life-cycle.ts';
import { BIWEEKLY_REPORT_LIFE_CYCLE } from './report-life-cycle.ts';
import { BIWEEKLY_UNIT_LIFE_CYCLE } from './unit-report-life-cycle.ts';

/** The life cycles of biweekly reports, by the model whose rows live them. */
export const REPORTING_LIFE_CYCLES = {
  BiweeklyReport: BIWEEKLY_REPORT_LIFE_CYCLE,
  BiweeklyUnitReport: BIWEEKLY_UNIT_LIFE_CYCLE,
  BiweeklyEntry: BIWEEKLY_ENTRY_LIFE_CYCLE,
} as const;
