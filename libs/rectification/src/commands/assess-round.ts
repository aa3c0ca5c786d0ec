import { mayAnywhere } from '@taizhang/access/rules';
import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
} from '@taizhang/platform';
import type { z } from 'zod';
import {
  addEvaluationInput,
  editEvaluationInput,
  EVALUATION_STEPS,
  recordSurveyInput,
  refuseConfirmEvaluation,
  refuseEditEvaluation,
  refuseRoundAction,
  refuseScores,
  stepInput,
} from '../rules/index.ts';
import { visibleAssessments, visibleItems } from '../visible-items.ts';
import { EVALUATION_STATE, loadRound } from './load-follow-up.ts';

/** Records the counts of a satisfaction survey. */
export function recordSurvey(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'recordSatisfactionSurvey',
      idempotencyKey: input.idempotencyKey,
      schema: recordSurveyInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const round = await loadRound(scope, fields.roundId);
      obey(refuseRoundAction('recordSatisfactionSurvey', round, scope.caller));
      const itemId = await checkItem(scope, round.id, fields.itemId);
      const { title, heldOn, asked, satisfied, basicallySatisfied, dissatisfied } = fields;
      const counts = { asked, satisfied, basicallySatisfied, dissatisfied };
      await scope.tx.satisfactionSurvey.create({
        data: {
          id,
          roundId: round.id,
          itemId,
          title,
          heldOn: toDay(heldOn)!,
          ...counts,
          recordedById: scope.caller.personId,
        },
      });
      await scope.record({
        type: 'SURVEY_RECORDED',
        subjectType: 'SatisfactionSurvey',
        subjectId: id,
        subjectVersion: 1,
        itemId,
        organizationId: round.inspectedOrganizationId,
        after: { title, heldOn, ...counts },
      });
    },
  );
}

/** Evaluates a round, or one of its items, by a version of a scorecard. */
export function addEvaluation(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addEffectivenessEvaluation',
      idempotencyKey: input.idempotencyKey,
      schema: addEvaluationInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const { tx, caller } = scope;
      const round = await loadRound(scope, fields.roundId);
      obey(refuseRoundAction('addEffectivenessEvaluation', round, caller));
      const itemId = await checkItem(scope, round.id, fields.itemId);
      const { scorecardVersionId } = fields;
      await checkScores(scope, scorecardVersionId, fields.scores);
      await tx.effectivenessEvaluation.create({
        data: {
          id,
          roundId: round.id,
          itemId,
          scorecardVersionId,
          conclusion: fields.conclusion ?? null,
          evaluatedById: caller.personId,
          scores: { create: columnsOf(fields.scores) },
        },
      });
      await scope.record({
        type: 'EVALUATION_ADDED',
        subjectType: 'EffectivenessEvaluation',
        subjectId: id,
        subjectVersion: 1,
        itemId,
        organizationId: round.inspectedOrganizationId,
        after: { status: 'DRAFT', scores: fields.scores.map(({ score }) => score) },
      });
    },
  );
}

/** Scores an evaluation anew; whoever does so is its evaluator from then on. */
export function editEvaluation(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editEffectivenessEvaluation',
      idempotencyKey: input.idempotencyKey,
      schema: editEvaluationInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { tx, caller } = scope;
      const evaluation = await loadEvaluation(scope, input.id);
      obey(refuseEditEvaluation(evaluation, caller));
      await checkScores(scope, evaluation.scorecardVersionId, fields.scores);
      const version = await saveVersioned(
        tx.effectivenessEvaluation,
        evaluation,
        input.expectedVersion,
        { conclusion: fields.conclusion ?? null, evaluatedById: caller.personId },
      );
      await tx.evaluationScore.deleteMany({ where: { evaluationId: evaluation.id } });
      await tx.evaluationScore.createMany({
        data: columnsOf(fields.scores).map((score) => ({ ...score, evaluationId: evaluation.id })),
      });
      await scope.record({
        type: 'EVALUATION_EDITED',
        subjectType: 'EffectivenessEvaluation',
        subjectId: evaluation.id,
        subjectVersion: version,
        itemId: evaluation.itemId,
        organizationId: evaluation.round.inspectedOrganizationId,
        after: { scores: fields.scores.map(({ score }) => score) },
      });
    },
  );
}

/** Confirms an evaluation, which then stays as it is. */
export function confirmEvaluation(context: RequestContext, input: ChangeInput): Promise<string> {
  const step = EVALUATION_STEPS.confirmEffectivenessEvaluation;
  return runCommand(
    context,
    {
      name: 'confirmEffectivenessEvaluation',
      idempotencyKey: input.idempotencyKey,
      schema: stepInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { tx, caller, now } = scope;
      const evaluation = await loadEvaluation(scope, input.id);
      obey(refuseConfirmEvaluation(evaluation, caller));
      const version = await saveVersioned(
        tx.effectivenessEvaluation,
        evaluation,
        input.expectedVersion,
        { status: step.to, confirmedById: caller.personId, confirmedAt: now },
      );
      await scope.record({
        type: step.event,
        subjectType: 'EffectivenessEvaluation',
        subjectId: evaluation.id,
        subjectVersion: version,
        itemId: evaluation.itemId,
        organizationId: evaluation.round.inspectedOrganizationId,
        reason: fields.reason ?? null,
        before: { status: evaluation.status },
        after: { status: step.to },
      });
    },
  );
}

async function loadEvaluation({ tx, caller }: CommandScope, id: string) {
  const evaluation = await tx.effectivenessEvaluation.findFirst({
    where: { id, AND: [visibleAssessments(caller)] },
    include: { round: EVALUATION_STATE.round },
  });
  if (!evaluation) throw new NotFoundError('EffectivenessEvaluation');
  return evaluation;
}

/** @throws NotFoundError when the item named is not one of the round that the caller sees. */
async function checkItem(
  { tx, caller }: CommandScope,
  roundId: string,
  itemId: string | null | undefined,
): Promise<string | null> {
  if (!itemId) return null;
  const where = { id: itemId, roundId, AND: [visibleItems(caller)] };
  if (!(await tx.rectificationItem.count({ where }))) throw new NotFoundError('RectificationItem');
  return itemId;
}

type Scores = z.output<typeof addEvaluationInput>['scores'];

const columnsOf = (scores: Scores) =>
  scores.map(({ criterionId, score, comment }) => ({
    criterionId,
    score,
    comment: comment ?? null,
  }));

/** @throws NotFoundError without such a version; TransitionError unless each criterion is scored once. */
async function checkScores({ tx, caller }: CommandScope, versionId: string, scores: Scores) {
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
