export { REPORTING_ACTION_WORDS } from './action-words.ts';
export * from './biweekly-inputs.ts';
export { REPORTING_EVENTS } from './events.ts';
export { BIWEEKLY_ENTRY_LIFE_CYCLE, type EntryState } from './entry-life-cycle.ts';
export { REPORTING_LIFE_CYCLES } from './life-cycles.ts';
export {
  BIWEEKLY_REPORT_LIFE_CYCLE,
  refuseRemindUnits,
  type BiweeklyReportStatus,
  type ReportState,
} from './report-life-cycle.ts';
export {
  BIWEEKLY_UNIT_LIFE_CYCLE,
  type BiweeklyUnitStatus,
  type UnitReportState,
} from './unit-report-life-cycle.ts';
export {
  documentsInScope,
  itemsInScope,
  measuresInScope,
  trainingsInScope,
  type FigureScope,
  type MonthlyCut,
} from './figure-filters.ts';
export {
  COMPARED_FIELDS,
  compareSnapshots,
  type ComparableRow,
  type ComparedField,
  type FieldChange,
  type SnapshotComparison,
} from './compare-snapshots.ts';
export {
  isUnitLate,
  PERIOD_DAYS,
  periodAt,
  periodsToOpen,
  urgencyOf,
  type Period,
  type Urgency,
} from './periods.ts';
