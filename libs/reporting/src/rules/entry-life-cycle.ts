import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import {
  bilingual,
  dayField,
  guard,
  requiredTextField,
  textField,
  toDay,
  type Taking,
} from '@taizhang/platform/rules';
import { REPORTING_EVENTS as EVENTS } from './events.ts';
import {
  BIWEEKLY_UNIT_LIFE_CYCLE,
  whileReportIsOpen,
  type UnitReportState,
} from './unit-report-life-cycle.ts';

/** What the rules need to know of an entry; its answer is its status. */
export interface EntryState {
  status: Row<'BiweeklyEntry'>['answer'];
  hasProgress: boolean;
  unitReport: UnitReportState;
}

const reportIsOpen = whileReportIsOpen(({ unitReport }: EntryState) => unitReport.reportStatus);
const unitReportIsOpen = guard(
  'unit-report-open',
  '本科室已报送，须由党群科退回后修改',
  'The unit has handed in: party affairs has to return it first',
  ({ unitReport }: EntryState) => BIWEEKLY_UNIT_LIFE_CYCLE.is('isOpen', unitReport.status),
);
const hasSomethingToConfirm = guard(
  'entry-has-progress',
  '还没有可沿用的进展，请先填写',
  'There is no progress yet to confirm: write it first',
  ({ hasProgress }: EntryState) => hasProgress,
);

const byCaller = ({ caller, now }: Taking) => ({
  answeredById: caller.personId,
  answeredAt: now,
});

/** How an entry is answered: what changed is written, what did not is confirmed. */
export const BIWEEKLY_ENTRY_LIFE_CYCLE = defineLifeCycle({
  subject: 'BiweeklyEntry',
  words: bilingual('双周条目', 'Biweekly entry'),
  column: 'answer',
  places: ({ unitReport }: EntryState) => [unitReport.organizationId, unitReport.unitId],
  statuses: {
    UNANSWERED: {
      words: bilingual('未填报', 'Unanswered'),
      means: bilingual('尚未填写', 'nothing is said yet'),
      traits: { isOpen: true },
    },
    CONFIRMED: {
      words: bilingual('无变化', 'No change'),
      means: bilingual('科室确认与上期相同', 'as in the period before, confirmed by the unit'),
      traits: { isOpen: false },
    },
    UPDATED: {
      words: bilingual('已更新', 'Updated'),
      means: bilingual('本期另写', 'written anew in this period'),
      traits: { isOpen: false },
    },
  },
  born: { BIWEEKLY_ENTRY_OPENED: 'UNANSWERED' },
  steps: (step) => ({
    confirmBiweeklyEntry: step({
      from: ['UNANSWERED'],
      to: 'CONFIRMED',
      permission: 'biweekly:answer',
      guards: [reportIsOpen, unitReportIsOpen, hasSomethingToConfirm],
      fields: {},
      sets: (_entry, _fields, taking) => byCaller(taking),
      event: EVENTS.BIWEEKLY_ENTRY_CONFIRMED,
      words: bilingual('确认无变化', 'Confirm as unchanged'),
      description: '确认无变化。Says that an item stands as in the period before: → CONFIRMED.',
    }),
    updateBiweeklyEntry: step({
      from: ['UNANSWERED', 'CONFIRMED', 'UPDATED'],
      to: 'UPDATED',
      permission: 'biweekly:answer',
      guards: [reportIsOpen, unitReportIsOpen],
      fields: {
        progress: requiredTextField({
          label: bilingual('进展', 'Progress'),
          description: '进展。What was done.',
          max: 5_000,
          rows: 3,
        }),
        difficulties: textField({
          label: bilingual('困难', 'Difficulties'),
          description: '困难。What stands in the way.',
          max: 2_000,
          rows: 2,
        }),
        nextStep: textField({
          label: bilingual('下一步', 'Next step'),
          description: '下一步。What is to be done next.',
          max: 2_000,
          rows: 2,
        }),
        expectedOn: dayField({
          label: bilingual('预计完成', 'Expected on'),
          description: '预计完成。By when it is to be done.',
        }),
      },
      sets: (_entry, { progress, difficulties, nextStep, expectedOn }, taking) => ({
        progress,
        difficulties: difficulties ?? null,
        nextStep: nextStep ?? null,
        expectedOn: toDay(expectedOn) ?? null,
        ...byCaller(taking),
      }),
      event: EVENTS.BIWEEKLY_ENTRY_UPDATED,
      words: bilingual('更新进展', 'Write the progress'),
      description: '更新进展。Writes down what has changed about an item: → UPDATED.',
    }),
  }),
});
