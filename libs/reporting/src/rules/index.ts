export {
  COMPLETION_RULE,
  completionRate,
  total,
  type CompletionRate,
  type StatusCounts,
} from './completion-rate.ts';
export * from './biweekly-inputs.ts';
export { REPORTING_EVENTS } from './events.ts';
export {
  BIWEEKLY_ANSWERS,
  BIWEEKLY_ENTRY_ACTIONS,
  BIWEEKLY_ENTRY_STEPS,
  BIWEEKLY_LIFE_CYCLES,
  BIWEEKLY_REPORT_ACTIONS,
  BIWEEKLY_REPORT_STATUSES,
  BIWEEKLY_REPORT_STEPS,
  BIWEEKLY_UNIT_ACTIONS,
  BIWEEKLY_UNIT_STATUSES,
  BIWEEKLY_UNIT_STEPS,
  refuseEntryStep,
  refuseReportStep,
  refuseUnitStep,
  type BiweeklyAnswer,
  type BiweeklyEntryAction,
  type BiweeklyReportAction,
  type BiweeklyReportStatus,
  type BiweeklyUnitAction,
  type BiweeklyUnitStatus,
  type EntryState,
  type ReportState,
  type UnitReportState,
} from './biweekly-life-cycle.ts';
export {
  COMPARED_FIELDS,
  compareSnapshots,
  type ComparableRow,
  type ComparedField,
  type FieldChange,
  type SnapshotComparison,
} from './compare-snapshots.ts';
export {
  addDays,
  isUnitLate,
  PERIOD_DAYS,
  periodAt,
  periodsToOpen,
  urgencyOf,
  type Period,
  type Urgency,
} from './periods.ts';
