import { stepCommands } from '@taizhang/platform';
import { EVALUATION_LIFE_CYCLE } from '../rules/index.ts';
import { loadEvaluation } from './load-follow-up.ts';

/** The confirmation of an evaluation, which then stays as it is. */
export const evaluationSteps = stepCommands(EVALUATION_LIFE_CYCLE, {
  load: async (scope, id) => {
    const evaluation = await loadEvaluation(scope, id);
    return { row: evaluation, state: evaluation };
  },
});
