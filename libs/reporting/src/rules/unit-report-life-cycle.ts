import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import { bilingual, guard, requiredReasonField } from '@taizhang/platform/rules';
import { REPORTING_EVENTS as EVENTS } from './events.ts';
import { BIWEEKLY_REPORT_LIFE_CYCLE, type BiweeklyReportStatus } from './report-life-cycle.ts';

export type BiweeklyUnitStatus = Row<'BiweeklyUnitReport'>['status'];

/** What the rules need to know of a unit's part of a report. */
export interface UnitReportState {
  status: BiweeklyUnitStatus;
  organizationId: string;
  unitId: string;
  reportStatus: BiweeklyReportStatus;
  unanswered: number;
}

/** Refuses changes of a unit's part, or of what is in it, while the report is compiled. */
export const whileReportIsOpen = <State>(reportOf: (state: State) => BiweeklyReportStatus) =>
  guard(
    'report-open',
    '本期已汇总，须先退回重开再修改',
    'The report is compiled: it has to be reopened before a unit changes its part',
    (state: State) => BIWEEKLY_REPORT_LIFE_CYCLE.is('isOpen', reportOf(state)),
  );
const reportIsOpen = whileReportIsOpen(({ reportStatus }: UnitReportState) => reportStatus);

const everyEntryIsAnswered = guard(
  'entries-are-answered',
  '还有问题未填报，请先确认或更新',
  'Items are not answered: confirm or update them first',
  ({ unanswered }: UnitReportState) => unanswered === 0,
  ({ unanswered }) =>
    bilingual(
      `还有 ${unanswered} 个问题未填报，请先确认或更新`,
      `${unanswered} items are not answered: confirm or update them first`,
    ),
);

/** The life cycle of a unit's part of a report; `isOpen`: the unit answers. */
export const BIWEEKLY_UNIT_LIFE_CYCLE = defineLifeCycle({
  subject: 'BiweeklyUnitReport',
  words: bilingual('科室双周报', 'Unit’s part of a biweekly report'),
  places: (part: UnitReportState) => [part.organizationId, part.unitId],
  statuses: {
    OPEN: {
      words: bilingual('待报送', 'To hand in'),
      means: bilingual('科室正在填报', 'the unit works on it'),
      traits: { isOpen: true },
    },
    SUBMITTED: { words: bilingual('已报送', 'Handed in'), traits: { isOpen: false } },
    RETURNED: {
      words: bilingual('已退回', 'Returned'),
      means: bilingual('附理由', 'with a reason'),
      traits: { isOpen: true },
    },
  },
  born: { BIWEEKLY_UNIT_REPORT_OPENED: 'OPEN' },
  steps: (step) => ({
    confirmAllBiweeklyEntries: step({
      from: ['OPEN', 'RETURNED'],
      to: 'OPEN',
      permission: 'biweekly:answer',
      guards: [reportIsOpen],
      fields: {},
      event: EVENTS.BIWEEKLY_ENTRIES_CONFIRMED,
      words: bilingual('全部确认无变化', 'Confirm all as unchanged'),
      description:
        '全部确认无变化。Confirms every unanswered item of the unit that has a progress to go on with.',
    }),
    submitBiweeklyUnitReport: step({
      from: ['OPEN', 'RETURNED'],
      to: 'SUBMITTED',
      permission: 'biweekly:answer',
      guards: [reportIsOpen, everyEntryIsAnswered],
      fields: {},
      sets: (_part, _fields, { caller, now }) => ({
        submittedById: caller.personId,
        submittedAt: now,
        returnReason: null,
      }),
      event: EVENTS.BIWEEKLY_UNIT_REPORT_SUBMITTED,
      words: bilingual('报送', 'Hand in'),
      description:
        '报送双周报。Hands in the unit’s part, once every item is answered: → SUBMITTED.',
    }),
    returnBiweeklyUnitReport: step({
      from: ['SUBMITTED'],
      to: 'RETURNED',
      permission: 'biweekly:compile',
      guards: [reportIsOpen],
      fields: { reason: requiredReasonField('理由。What has to be done better.') },
      sets: (_part, { reason }) => ({ returnReason: reason }),
      event: EVENTS.BIWEEKLY_UNIT_REPORT_RETURNED,
      words: bilingual('退回', 'Return'),
      description: '退回科室报送。Gives a unit’s part back, with a reason: SUBMITTED → RETURNED.',
      isDangerous: true,
    }),
  }),
});
