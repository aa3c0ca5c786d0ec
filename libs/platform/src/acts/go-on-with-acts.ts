import type { Job } from '../jobs/job.type.ts';
import { GO_ON_WITH_ACT } from './begin-act.ts';
import { runAct } from './run-act.ts';

/** Goes on with acts whose hub was killed, or that take longer than a request waits. */
export const goOnWithActs: Job<{ id: string }> = {
  name: GO_ON_WITH_ACT,
  run: async ({ db, now, signal }, { id }) => {
    const isFinished = await runAct(db, id, { now, signal });
    // Put back, and taken up by a hub that goes on.
    if (!isFinished) throw new Error('The hub stops before the act is finished');
  },
};
