import {
  NotFoundError,
  stepCommands,
  ValidationError,
  type CommandScope,
} from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import type { z } from 'zod';
import { TRAINING_LIFE_CYCLE, type trainingSessions } from '../rules/index.ts';
import { visibleTrainings } from '../visible-trainings.ts';
import { addSessions } from './training-sessions.ts';

/** The steps of a training. */
export const trainingSteps = stepCommands(TRAINING_LIFE_CYCLE, {
  load: async ({ tx, caller }, id) => {
    const where = { id, AND: [visibleTrainings(caller)] };
    const training = await tx.training.findFirst({ where });
    if (!training) throw new NotFoundError('Training');
    return { row: training, state: training };
  },
  before: {
    holdTraining: (scope, _found, { heldOn }: { heldOn: string }) => refuseFutureDay(scope, heldOn),
  },
  after: {
    recordTrainingSessions: (
      scope,
      { row },
      { sessions }: { sessions: z.output<typeof trainingSessions> },
    ) => addSessions(scope, row.id, sessions),
  },
});

/** What is said to have taken place lies not ahead. @throws ValidationError */
function refuseFutureDay({ now }: CommandScope, heldOn: string) {
  if (heldOn > todayInShanghai(now))
    throw new ValidationError([
      {
        path: ['heldOn'],
        message: bilingual('举办日期不能晚于今天', 'It cannot have been held after today'),
      },
    ]);
}
