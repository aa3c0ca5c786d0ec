import { stepCommands } from '@taizhang/platform';
import { EVIDENCE_LIFE_CYCLE } from '../rules/index.ts';
import { loadEvidence } from './load-states.ts';

/** The decisions on a piece of evidence. */
export const evidenceSteps = stepCommands(EVIDENCE_LIFE_CYCLE, {
  load: async (scope, id) => {
    const evidence = await loadEvidence(scope, id);
    return { row: evidence, state: evidence };
  },
});
