import { defineLifeCycle, may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller, Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  byPermission,
  byRule,
  guard,
  recordsField,
  requiredReasonField,
  requiredTextField,
  textField,
  type Refusal,
} from '@taizhang/platform/rules';
import { REPORTING_EVENTS as EVENTS } from './events.ts';

export type BiweeklyReportStatus = Row<'BiweeklyReport'>['status'];

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

const everyUnitIsIn = guard(
  'units-are-in',
  '还有科室未报送：请催报，或在本期结束后逐一确认缺报',
  'Units have not handed in: remind them, or accept them as late after the period',
  ({ awaitedUnits }: ReportState) => awaitedUnits === 0,
  ({ awaitedUnits }) =>
    bilingual(
      `还有 ${awaitedUnits} 个科室未报送：请催报，或在本期结束后逐一确认缺报`,
      `${awaitedUnits} units have not handed in: remind them, or accept them as late after the period`,
    ),
);
const compilerDoesNotFreeze = guard(
  'four-eyes',
  '汇总人不能定稿自己汇总的双周报',
  'Who compiled it cannot freeze it',
  ({ compiledById }: ReportState, { personId }) => personId !== compiledById,
);

const SUMMARY = { label: bilingual('综述', 'Summary'), max: 10_000, rows: 4 };

/** The life cycle of a biweekly report, by the mutation that takes each step; `isOpen`: its units still answer. */
export const BIWEEKLY_REPORT_LIFE_CYCLE = defineLifeCycle({
  subject: 'BiweeklyReport',
  words: bilingual('双周报', 'Biweekly report'),
  places: (report: ReportState) => [report.organizationId],
  statuses: {
    OPEN: {
      words: bilingual('填报中', 'Open'),
      means: bilingual('科室填报', 'units report'),
      traits: { isOpen: true, isFrozen: false },
    },
    COMPILED: {
      words: bilingual('已汇总', 'Compiled'),
      means: bilingual('待领导审定', 'by party affairs, waiting for a leader'),
      traits: { isOpen: false, isFrozen: false },
    },
    FROZEN: {
      words: bilingual('已定稿', 'Frozen'),
      means: bilingual('留存当时情况，不再改动', 'with all items as they were; it never changes'),
      traits: { isOpen: false, isFrozen: true },
    },
  },
  born: { BIWEEKLY_REPORT_OPENED: 'OPEN' },
  steps: (step) => ({
    compileBiweeklyReport: step({
      from: ['OPEN'],
      to: 'COMPILED',
      permission: 'biweekly:compile',
      guards: [aPersonActs, everyUnitIsIn],
      fields: {
        summary: textField({
          ...SUMMARY,
          description: '综述。What is summed up; what stood there stays when unsaid.',
        }),
        acceptedLateUnitIds: recordsField('Organization', 200, {
          label: bilingual('确认缺报的科室', 'Units accepted as late'),
          description: '确认缺报的科室。The late units that the report does without.',
        }),
      },
      sets: (_report, { summary }, { caller, now }) => ({
        compiledById: caller.personId,
        compiledAt: now,
        reopenReason: null,
        summary: summary ?? undefined,
      }),
      event: EVENTS.BIWEEKLY_REPORT_COMPILED,
      words: bilingual('汇总', 'Compile'),
      description:
        '汇总双周报。When every unit is in, or is late and accepted as such: OPEN → COMPILED.',
    }),
    editBiweeklySummary: step({
      from: ['COMPILED'],
      to: 'COMPILED',
      permission: 'biweekly:compile',
      fields: {
        summary: requiredTextField({ ...SUMMARY, description: '综述。What is summed up.' }),
      },
      sets: (_report, { summary }) => ({ summary }),
      event: EVENTS.BIWEEKLY_SUMMARY_EDITED,
      words: bilingual('修改综述', 'Edit the summary'),
      description: '修改综述。Changes the summary of a compiled report.',
    }),
    reopenBiweeklyReport: step({
      from: ['COMPILED'],
      to: 'OPEN',
      permission: 'biweekly:reopen',
      fields: { reason: requiredReasonField('理由。What has to be done better.') },
      sets: (_report, { reason }) => ({
        compiledById: null,
        compiledAt: null,
        reopenReason: reason,
      }),
      event: EVENTS.BIWEEKLY_REPORT_REOPENED,
      words: bilingual('退回重开', 'Send back'),
      description: '退回重开双周报。Sends a compiled report back, with a reason: COMPILED → OPEN.',
      isDangerous: true,
    }),
    freezeBiweeklyReport: step({
      from: ['COMPILED'],
      to: 'FROZEN',
      permission: 'biweekly:freeze',
      guards: [aPersonActs, compilerDoesNotFreeze],
      fields: {},
      sets: (_report, _fields, { caller, now }) => ({ frozenById: caller.personId, frozenAt: now }),
      event: EVENTS.BIWEEKLY_REPORT_FROZEN,
      words: bilingual('定稿', 'Freeze'),
      description:
        '定稿双周报。By a lead leader or the Party secretary, not by who compiled it: COMPILED → FROZEN.',
    }),
  }),
});

/** Why the caller may not remind the units of a report now; null when they may. It changes nothing. */
export function refuseRemindUnits(report: ReportState, caller: Caller): Refusal | null {
  if (!may(caller, 'biweekly:compile', report.organizationId)) return byPermission(NO_PERMISSION);
  if (!BIWEEKLY_REPORT_LIFE_CYCLE.is('isOpen', report.status))
    return byRule('status', '当前状态不能进行此操作', 'Its status does not allow this step');
  return report.missingUnits > 0
    ? null
    : byRule('units-are-missing', '各科室均已报送，无需催报', 'Every unit has handed in');
}
