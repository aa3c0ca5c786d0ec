import { createHash } from 'node:crypto';
import { drawSample } from '@taizhang/rectification/rules';
import { placeItems } from './add-item-rows.ts';
import { dateOf } from './china-time.ts';
import type {
  Day,
  DemoEvaluation,
  DemoItem,
  DemoLookBack,
  DemoRound,
  DemoScorecard,
  DemoSurvey,
} from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import type { PersonKey } from './organizations-and-people.ts';
import { traceHistory } from './trace-history.ts';

/** Adds what was made of the result of a round: look-back reviews, surveys, evaluations. */
export function addAssessmentRows(rows: DemoRows, round: DemoRound): void {
  for (const review of round.lookBacks) addLookBack(rows, round, review);
  for (const survey of round.surveys) addSurvey(rows, round, survey);
  for (const evaluation of round.evaluations) addEvaluation(rows, round, evaluation);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function addLookBack(rows: DemoRows, round: DemoRound, review: DemoLookBack): void {
  const { organization } = round;
  const { title, seed, sampleSize } = review;
  const id = demoId('look-back', `${round.code}/${review.drawnOn}`);
  const closed = placeItems(round).filter(({ item }) => closerOn(item, review.drawnOn));
  const populationCodes = closed.map(({ code }) => code).sort();
  const { events, version, createdAt, updatedAt } = traceHistory(
    { type: 'LookBackReview', id, organization },
    [
      {
        on: review.drawnOn,
        type: 'LOOK_BACK_DRAWN',
        actor: review.drawnBy,
        after: { status: 'DRAWN', title, seed, sampleSize, of: populationCodes.length },
      },
      {
        on: review.passedOn,
        type: 'LOOK_BACK_COMPLETED',
        actor: review.reviewedBy,
        after: { status: 'COMPLETED', passed: sampleSize, failed: 0 },
      },
    ],
  );
  rows.lookBackReviews.push({
    id,
    roundId: demoId('round', round.code),
    title,
    status: 'COMPLETED',
    seed,
    populationCodes,
    sampleSize,
    drawnById: demoId('person', review.drawnBy),
    drawnAt: createdAt,
    completedAt: updatedAt,
    provenance: 'DEMO',
    version,
  });
  rows.events.push(...events);
  drawSample(populationCodes, sampleSize, seed, sha256).forEach((drawn, index) => {
    const sampled = closed.find(({ code }) => code === drawn);
    if (sampled) addSample(rows, round, review, { reviewId: id, ordinal: index + 1, sampled });
  });
}

interface DrawnSample {
  reviewId: string;
  ordinal: number;
  sampled: { code: string; id: string; item: DemoItem };
}

function addSample(
  rows: DemoRows,
  { organization }: DemoRound,
  review: DemoLookBack,
  { reviewId, ordinal, sampled: { code, id: itemId, item } }: DrawnSample,
): void {
  const id = demoId('look-back-sample', `${code}/${review.drawnOn}`);
  const { events, version, updatedAt } = traceHistory(
    { type: 'LookBackSample', id, itemId, organization, minutes: ordinal },
    [
      {
        on: review.drawnOn,
        type: 'LOOK_BACK_SAMPLED',
        actor: review.drawnBy,
        after: { status: 'PENDING', review: review.title },
      },
      {
        on: review.passedOn,
        type: 'LOOK_BACK_SAMPLE_PASSED',
        actor: review.reviewedBy,
        after: { status: 'PASSED' },
        reason: review.note,
      },
    ],
  );
  const closer = closerOn(item, review.drawnOn);
  rows.lookBackSamples.push({
    id,
    reviewId,
    ordinal,
    itemId,
    closedById: closer && demoId('person', closer),
    result: 'PASSED',
    note: review.note,
    reviewedById: demoId('person', review.reviewedBy),
    reviewedAt: updatedAt,
    version,
  });
  rows.events.push(...events);
}

/** Who had closed the item, if it was closed on the day. */
function closerOn({ history }: DemoItem, day: Day): PersonKey | null {
  const [, type, actor] = history.filter(([on]) => on < day).at(-1) ?? [];
  return type === 'ITEM_CLOSED' && actor ? actor : null;
}

function addSurvey(rows: DemoRows, round: DemoRound, survey: DemoSurvey): void {
  const { title, heldOn, recordedBy, ...counts } = survey;
  const id = demoId('survey', `${round.code}/${heldOn}`);
  const { events, ...stamps } = traceHistory(
    { type: 'SatisfactionSurvey', id, organization: round.organization },
    [
      {
        on: heldOn,
        type: 'SURVEY_RECORDED',
        actor: recordedBy,
        after: { title, heldOn, ...counts },
      },
    ],
  );
  rows.surveys.push({
    id,
    roundId: demoId('round', round.code),
    title,
    heldOn: dateOf(heldOn),
    ...counts,
    recordedById: demoId('person', recordedBy),
    provenance: 'DEMO',
    ...stamps,
  });
  rows.events.push(...events);
}

function addEvaluation(rows: DemoRows, round: DemoRound, evaluation: DemoEvaluation): void {
  const { scorecard, evaluatedBy, confirmedBy, scores, conclusion } = evaluation;
  const id = demoId('evaluation', `${round.code}/${evaluation.evaluatedOn}`);
  const { events, ...stamps } = traceHistory(
    { type: 'EffectivenessEvaluation', id, organization: round.organization },
    [
      {
        on: evaluation.evaluatedOn,
        type: 'EVALUATION_ADDED',
        actor: evaluatedBy,
        after: { status: 'DRAFT', scores: scores.map(({ score }) => score) },
      },
      {
        on: evaluation.confirmedOn,
        type: 'EVALUATION_CONFIRMED',
        actor: confirmedBy,
        after: { status: 'CONFIRMED' },
      },
    ],
  );
  rows.evaluations.push({
    id,
    roundId: demoId('round', round.code),
    scorecardVersionId: addScorecard(rows, scorecard),
    status: 'CONFIRMED',
    conclusion,
    evaluatedById: demoId('person', evaluatedBy),
    confirmedById: demoId('person', confirmedBy),
    confirmedAt: stamps.updatedAt,
    ...stamps,
  });
  scores.forEach(({ score, comment }, index) =>
    rows.evaluationScores.push({
      evaluationId: id,
      criterionId: criterionId(scorecard, index),
      score,
      comment: comment ?? null,
    }),
  );
  rows.events.push(...events);
}

const criterionId = ({ title }: DemoScorecard, index: number) =>
  demoId('criterion', `${title}/${index + 1}`);

/** Adds a scorecard with its one version, and says which that is. */
function addScorecard(rows: DemoRows, scorecard: DemoScorecard): string {
  const { organization, title, addedOn, addedBy, criteria } = scorecard;
  const id = demoId('scorecard', title);
  const versionId = demoId('scorecard-version', `${title}/1`);
  const { events, ...stamps } = traceHistory({ type: 'Scorecard', id, organization }, [
    { on: addedOn, type: 'SCORECARD_ADDED', actor: addedBy, after: { title, criteria } },
  ]);
  rows.scorecards.push({
    id,
    organizationId: demoId('organization', organization),
    title,
    ...stamps,
  });
  rows.scorecardVersions.push({
    id: versionId,
    scorecardId: id,
    ordinal: 1,
    createdAt: stamps.createdAt,
  });
  criteria.forEach((criterion, index) =>
    rows.scorecardCriteria.push({
      id: criterionId(scorecard, index),
      scorecardVersionId: versionId,
      ordinal: index + 1,
      ...criterion,
    }),
  );
  rows.events.push(...events);
  return versionId;
}
