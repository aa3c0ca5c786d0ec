import { commandMutation, stepMutations, type CommandInput } from '@taizhang/platform';
import { entrySteps } from '../commands/entry-steps.ts';
import { remindUnits } from '../commands/remind-units.ts';
import { reportSteps } from '../commands/report-steps.ts';
import { unitReportSteps } from '../commands/unit-report-steps.ts';
import { REPORTING_LIFE_CYCLES as CYCLES } from '../rules/index.ts';

stepMutations(CYCLES.BiweeklyEntry, entrySteps);
stepMutations(CYCLES.BiweeklyUnitReport, unitReportSteps);
stepMutations(CYCLES.BiweeklyReport, reportSteps);

commandMutation<CommandInput>({
  name: 'remindBiweeklyUnits',
  description:
    '催报双周报。Reminds the contacts of units that have not handed in; once a day each.',
  model: 'BiweeklyReport',
  ids: { reportId: 'BiweeklyReport' },
  fields: (t) => ({ reportId: t.id({ required: true, description: '双周报。The report.' }) }),
  run: remindUnits,
});
