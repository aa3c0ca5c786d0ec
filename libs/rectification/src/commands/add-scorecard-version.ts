import { mayAnywhere } from '@taizhang/access/rules';
import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  checkVersion,
} from '@taizhang/platform';
import { addScorecardVersionInput, refuseEditScorecard } from '../rules/index.ts';
import { createVersion } from './create-scorecard-version.ts';
import { lockScorecard } from './lock-row.ts';

/** Adds a new version of a scorecard; evaluations keep the one that they were scored by. */
export function addScorecardVersion(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'addScorecardVersion',
      idempotencyKey: input.idempotencyKey,
      schema: addScorecardVersionInput,
      input,
      subjectId: input.id,
    },
    async (scope, { criteria }) => {
      const { tx, caller } = scope;
      await lockScorecard(tx, input.id);
      const scorecard = await tx.scorecard.findUnique({
        where: { id: input.id },
        include: { _count: { select: { versions: true } } },
      });
      if (!scorecard || !mayAnywhere(caller, 'round:read')) throw new NotFoundError('Scorecard');
      obey(refuseEditScorecard(scorecard.organizationId, caller));
      checkVersion(scorecard, input.expectedVersion);
      await createVersion(scope, scorecard.id, scorecard._count.versions + 1, criteria);
    },
  );
}
