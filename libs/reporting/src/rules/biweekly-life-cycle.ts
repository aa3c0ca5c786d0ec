import {
  aPersonActs,
  byRule,
  refuseTableStep,
  type Refusal,
  type TableStep,
} from '@taizhang/rectification/rules';
import type { Caller } from '@taizhang/platform';
import type { LifeCycle } from '@taizhang/platform/rules';

export const BIWEEKLY_REPORT_STATUSES = ['OPEN', 'COMPILED', 'FROZEN'] as const;
export type BiweeklyReportStatus = (typeof BIWEEKLY_REPORT_STATUSES)[number];
export const BIWEEKLY_UNIT_STATUSES = ['OPEN', 'SUBMITTED', 'RETURNED'] as const;
export type BiweeklyUnitStatus = (typeof BIWEEKLY_UNIT_STATUSES)[number];
export const BIWEEKLY_ANSWERS = ['UNANSWERED', 'CONFIRMED', 'UPDATED'] as const;
export type BiweeklyAnswer = (typeof BIWEEKLY_ANSWERS)[number];

/** What the rules need to know of a report. */
export interface ReportState {
  status: BiweeklyReportStatus;
  organizationId: string;
  compiledById: string | null;
  /** Units that have not handed in. */
  missingUnits: number;
  /** Of these, those that the report cannot do without: not late, or not accepted as late. */
  awaitedUnits: number;
}

/** What the rules need to know of a unit's part of a report. */
export interface UnitReportState {
  status: BiweeklyUnitStatus;
  organizationId: string;
  unitId: string;
  reportStatus: BiweeklyReportStatus;
  unanswered: number;
}

/** What the rules need to know of an entry; its answer is its status. */
export interface EntryState {
  status: BiweeklyAnswer;
  hasProgress: boolean;
  unitReport: UnitReportState;
}

const everyUnitIsIn = ({ awaitedUnits }: ReportState) =>
  awaitedUnits === 0
    ? null
    : byRule(
        'units-are-in',
        `还有 ${awaitedUnits} 个科室未报送：请催报，或在本期结束后逐一确认缺报`,
        `${awaitedUnits} units have not handed in: remind them, or accept them as late after the period`,
      );

const someUnitIsMissing = ({ missingUnits }: ReportState) =>
  missingUnits > 0
    ? null
    : byRule('units-are-missing', '各科室均已报送，无需催报', 'Every unit has handed in');

const compilerDoesNotFreeze = ({ compiledById }: ReportState, { personId }: Caller) =>
  personId === compiledById
    ? byRule('four-eyes', '汇总人不能定稿自己汇总的双周报', 'Who compiled it cannot freeze it')
    : null;

const reportIsOpen = ({ reportStatus }: UnitReportState) =>
  reportStatus === 'OPEN'
    ? null
    : byRule(
        'report-open',
        '本期已汇总，须先退回重开再修改',
        'The report is compiled: it has to be reopened before a unit changes its part',
      );

const everyEntryIsAnswered = ({ unanswered }: UnitReportState) =>
  unanswered === 0
    ? null
    : byRule(
        'entries-are-answered',
        `还有 ${unanswered} 个问题未填报，请先确认或更新`,
        `${unanswered} items are not answered: confirm or update them first`,
      );

const unitReportIsOpen = ({ unitReport }: EntryState) =>
  reportIsOpen(unitReport) ??
  (unitReport.status === 'SUBMITTED'
    ? byRule(
        'unit-report-open',
        '本科室已报送，须由党群科退回后修改',
        'The unit has handed in: party affairs has to return it first',
      )
    : null);

const hasSomethingToConfirm = ({ hasProgress }: EntryState) =>
  hasProgress
    ? null
    : byRule(
        'entry-has-progress',
        '还没有可沿用的进展，请先填写',
        'There is no progress yet to confirm: write it first',
      );

/** The life cycle of a biweekly report, by the mutation that takes each step. */
export const BIWEEKLY_REPORT_STEPS = {
  remindBiweeklyUnits: {
    from: ['OPEN'],
    to: 'OPEN',
    permission: 'biweekly:compile',
    event: 'BIWEEKLY_UNITS_REMINDED',
    guards: [someUnitIsMissing],
  },
  compileBiweeklyReport: {
    from: ['OPEN'],
    to: 'COMPILED',
    permission: 'biweekly:compile',
    event: 'BIWEEKLY_REPORT_COMPILED',
    guards: [aPersonActs, everyUnitIsIn],
  },
  editBiweeklySummary: {
    from: ['COMPILED'],
    to: 'COMPILED',
    permission: 'biweekly:compile',
    event: 'BIWEEKLY_SUMMARY_EDITED',
  },
  reopenBiweeklyReport: {
    from: ['COMPILED'],
    to: 'OPEN',
    permission: 'biweekly:reopen',
    event: 'BIWEEKLY_REPORT_REOPENED',
    needsReason: true,
  },
  freezeBiweeklyReport: {
    from: ['COMPILED'],
    to: 'FROZEN',
    permission: 'biweekly:freeze',
    event: 'BIWEEKLY_REPORT_FROZEN',
    guards: [aPersonActs, compilerDoesNotFreeze],
  },
} as const satisfies Record<string, TableStep<BiweeklyReportStatus, ReportState>>;
export type BiweeklyReportAction = keyof typeof BIWEEKLY_REPORT_STEPS;
export const BIWEEKLY_REPORT_ACTIONS = Object.keys(BIWEEKLY_REPORT_STEPS) as BiweeklyReportAction[];

/** The life cycle of a unit's part of a report. */
export const BIWEEKLY_UNIT_STEPS = {
  confirmAllBiweeklyEntries: {
    from: ['OPEN', 'RETURNED'],
    to: 'OPEN',
    permission: 'biweekly:answer',
    event: 'BIWEEKLY_ENTRIES_CONFIRMED',
    guards: [reportIsOpen],
  },
  submitBiweeklyUnitReport: {
    from: ['OPEN', 'RETURNED'],
    to: 'SUBMITTED',
    permission: 'biweekly:answer',
    event: 'BIWEEKLY_UNIT_REPORT_SUBMITTED',
    guards: [reportIsOpen, everyEntryIsAnswered],
  },
  returnBiweeklyUnitReport: {
    from: ['SUBMITTED'],
    to: 'RETURNED',
    permission: 'biweekly:compile',
    event: 'BIWEEKLY_UNIT_REPORT_RETURNED',
    needsReason: true,
    guards: [reportIsOpen],
  },
} as const satisfies Record<string, TableStep<BiweeklyUnitStatus, UnitReportState>>;
export type BiweeklyUnitAction = keyof typeof BIWEEKLY_UNIT_STEPS;
export const BIWEEKLY_UNIT_ACTIONS = Object.keys(BIWEEKLY_UNIT_STEPS) as BiweeklyUnitAction[];

/** How an entry is answered: what changed is written, what did not is confirmed. */
export const BIWEEKLY_ENTRY_STEPS = {
  confirmBiweeklyEntry: {
    from: ['UNANSWERED'],
    to: 'CONFIRMED',
    permission: 'biweekly:answer',
    event: 'BIWEEKLY_ENTRY_CONFIRMED',
    guards: [unitReportIsOpen, hasSomethingToConfirm],
  },
  updateBiweeklyEntry: {
    from: ['UNANSWERED', 'CONFIRMED', 'UPDATED'],
    to: 'UPDATED',
    permission: 'biweekly:answer',
    event: 'BIWEEKLY_ENTRY_UPDATED',
    guards: [unitReportIsOpen],
  },
} as const satisfies Record<string, TableStep<BiweeklyAnswer, EntryState>>;
export type BiweeklyEntryAction = keyof typeof BIWEEKLY_ENTRY_STEPS;
export const BIWEEKLY_ENTRY_ACTIONS = Object.keys(BIWEEKLY_ENTRY_STEPS) as BiweeklyEntryAction[];

/** The life cycles of biweekly reports, by the subject that their events name. */
export const BIWEEKLY_LIFE_CYCLES = {
  BiweeklyReport: { born: { BIWEEKLY_REPORT_OPENED: 'OPEN' }, steps: BIWEEKLY_REPORT_STEPS },
  BiweeklyUnitReport: {
    born: { BIWEEKLY_UNIT_REPORT_OPENED: 'OPEN' },
    steps: BIWEEKLY_UNIT_STEPS,
  },
  BiweeklyEntry: { born: { BIWEEKLY_ENTRY_OPENED: 'UNANSWERED' }, steps: BIWEEKLY_ENTRY_STEPS },
} as const satisfies Record<string, LifeCycle>;

/** Why the caller may not take a step of the report now; null when they may. */
export const refuseReportStep = (
  action: BiweeklyReportAction,
  report: ReportState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep<BiweeklyReportStatus, ReportState>(
    BIWEEKLY_REPORT_STEPS[action],
    report,
    [report.organizationId],
    caller,
  );

/** Why the caller may not take a step of the unit's part now; null when they may. */
export const refuseUnitStep = (
  action: BiweeklyUnitAction,
  unitReport: UnitReportState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep<BiweeklyUnitStatus, UnitReportState>(
    BIWEEKLY_UNIT_STEPS[action],
    unitReport,
    [unitReport.organizationId, unitReport.unitId],
    caller,
  );

/** Why the caller may not answer the entry so now; null when they may. */
export const refuseEntryStep = (
  action: BiweeklyEntryAction,
  entry: EntryState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep<BiweeklyAnswer, EntryState>(
    BIWEEKLY_ENTRY_STEPS[action],
    entry,
    [entry.unitReport.organizationId, entry.unitReport.unitId],
    caller,
  );
