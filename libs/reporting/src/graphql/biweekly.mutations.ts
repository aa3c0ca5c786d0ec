import { commandMutation, type CommandInput } from '@taizhang/platform';
import { confirmAllEntries, confirmEntry, updateEntry } from '../commands/answer-entries.ts';
import { remindUnits } from '../commands/remind-units.ts';
import { stepReport } from '../commands/step-report.ts';
import { stepUnitReport } from '../commands/step-unit-report.ts';

commandMutation({
  name: 'confirmBiweeklyEntry',
  description: '确认无变化。Says that an item stands as in the period before: → CONFIRMED.',
  model: 'BiweeklyEntry',
  changes: 'BiweeklyEntry',
  run: confirmEntry,
});

commandMutation({
  name: 'confirmAllBiweeklyEntries',
  description:
    '全部确认无变化。Confirms every unanswered item of the unit that has a progress to go on with.',
  model: 'BiweeklyUnitReport',
  changes: 'BiweeklyUnitReport',
  run: confirmAllEntries,
});

commandMutation({
  name: 'updateBiweeklyEntry',
  description: '更新进展。Writes down what has changed about an item: → UPDATED.',
  model: 'BiweeklyEntry',
  changes: 'BiweeklyEntry',
  fields: (t) => ({
    progress: t.string({ required: true, description: '进展。What was done.' }),
    difficulties: t.string({ description: '困难。What stands in the way.' }),
    nextStep: t.string({ description: '下一步。What is to be done next.' }),
    expectedOn: t.field({ type: 'Date', description: '预计完成。By when it is to be done.' }),
  }),
  run: updateEntry,
});

commandMutation({
  name: 'submitBiweeklyUnitReport',
  description: '报送双周报。Hands in the unit’s part, once every item is answered: → SUBMITTED.',
  model: 'BiweeklyUnitReport',
  changes: 'BiweeklyUnitReport',
  run: stepUnitReport('submitBiweeklyUnitReport'),
});

commandMutation({
  name: 'returnBiweeklyUnitReport',
  description: '退回科室报送。Gives a unit’s part back, with a reason: SUBMITTED → RETURNED.',
  model: 'BiweeklyUnitReport',
  changes: 'BiweeklyUnitReport',
  fields: (t) => ({
    reason: t.string({ required: true, description: '理由。What has to be done better.' }),
  }),
  run: stepUnitReport('returnBiweeklyUnitReport'),
});

commandMutation<CommandInput>({
  name: 'remindBiweeklyUnits',
  description:
    '催报双周报。Reminds the contacts of units that have not handed in; once a day each.',
  model: 'BiweeklyReport',
  ids: { reportId: 'BiweeklyReport' },
  fields: (t) => ({ reportId: t.id({ required: true, description: '双周报。The report.' }) }),
  run: remindUnits,
});

commandMutation({
  name: 'compileBiweeklyReport',
  description:
    '汇总双周报。When every unit is in, or is late and accepted as such: OPEN → COMPILED.',
  model: 'BiweeklyReport',
  changes: 'BiweeklyReport',
  ids: { acceptedLateUnitIds: 'Organization' },
  fields: (t) => ({
    summary: t.string({
      description: '综述。What is summed up; what stood there stays when unsaid.',
    }),
    acceptedLateUnitIds: t.idList({
      description: '确认缺报的科室。The late units that the report does without.',
    }),
  }),
  run: stepReport('compileBiweeklyReport'),
});

commandMutation({
  name: 'editBiweeklySummary',
  description: '修改综述。Changes the summary of a compiled report.',
  model: 'BiweeklyReport',
  changes: 'BiweeklyReport',
  fields: (t) => ({
    summary: t.string({ required: true, description: '综述。What is summed up.' }),
  }),
  run: stepReport('editBiweeklySummary'),
});

commandMutation({
  name: 'reopenBiweeklyReport',
  description: '退回重开双周报。Sends a compiled report back, with a reason: COMPILED → OPEN.',
  model: 'BiweeklyReport',
  changes: 'BiweeklyReport',
  fields: (t) => ({
    reason: t.string({ required: true, description: '理由。What has to be done better.' }),
  }),
  run: stepReport('reopenBiweeklyReport'),
});

commandMutation({
  name: 'freezeBiweeklyReport',
  description:
    '定稿双周报。By a lead leader or the Party secretary, not by who compiled it: COMPILED → FROZEN.',
  model: 'BiweeklyReport',
  changes: 'BiweeklyReport',
  run: stepReport('freezeBiweeklyReport'),
});
