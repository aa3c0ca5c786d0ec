import { mayAnywhere } from '@taizhang/access/rules';
import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { addScorecardVersionInput, refuseEditScorecard } from '../rules/index.ts';
import { createVersion } from './create-scorecard-version.ts';

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
      const scorecard = await tx.scorecard.findUnique({
        where: { id: input.id },
        include: { _count: { select: { versions: true } } },
      });
      if (!scorecard || !mayAnywhere(caller, 'round:read')) throw new NotFoundError('Scorecard');
      obey(refuseEditScorecard(scorecard.organizationId, caller));
      const version = await saveVersioned(tx.scorecard, scorecard, input.expectedVersion, {});
      await createVersion(scope, scorecard.id, scorecard._count.versions + 1, criteria);
      await scope.record({
        type: 'SCORECARD_VERSION_ADDED',
        subjectType: 'Scorecard',
        subjectId: scorecard.id,
        subjectVersion: version,
        organizationId: scorecard.organizationId,
        after: { criteria },
      });
    },
  );
}
