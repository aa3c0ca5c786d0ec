import { mayAnywhere } from '@taizhang/access/rules';
import { type CommandScope, NotFoundError, obey } from '@taizhang/platform';
import { type z } from 'zod';
import { addEvaluationInput, refuseScores } from '../rules/index.ts';

type Scores = z.output<typeof addEvaluationInput>['scores'];

export const columnsOf = (scores: Scores) =>
  scores.map(({ criterionId, score, comment }) => ({
    criterionId,
    score,
    comment: comment ?? null,
  }));

/** @throws NotFoundError without such a version; TransitionError unless each criterion is scored once. */
export async function checkScores({ tx, caller }: CommandScope, versionId: string, scores: Scores) {
  const version = await tx.scorecardVersion.findUnique({
    where: { id: versionId },
    include: { criteria: { select: { id: true } } },
  });
  if (!version || !mayAnywhere(caller, 'round:read')) throw new NotFoundError('ScorecardVersion');
  const criteria = version.criteria.map(({ id }) => id);
  obey(
    refuseScores(
      criteria,
      scores.map(({ criterionId }) => criterionId),
    ),
  );
}
