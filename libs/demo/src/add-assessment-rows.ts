import { RECTIFICATION_EVENTS as EVENTS } from '@taizhang/rectification/rules';
import { addLookBackRows } from './add-look-back-rows.ts';
import { dateOf } from './china-time.ts';
import type { DemoEvaluation, DemoRound, DemoScorecard, DemoSurvey } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { momentIn, type DemoPast, type Step } from './demo-past.ts';

/** Adds what was made of the result of a round: look-back reviews, surveys, evaluations. */
export function addAssessmentRows(past: DemoPast, round: DemoRound): void {
  for (const review of round.lookBacks) addLookBackRows(past, round, review);
  for (const survey of round.surveys) addSurvey(past, round, survey);
  for (const evaluation of round.evaluations) addEvaluation(past, round, evaluation);
}

function addSurvey(past: DemoPast, round: DemoRound, survey: DemoSurvey): void {
  const { title, heldOn, recordedBy, ...counts } = survey;
  past.make(
    EVENTS.SURVEY_RECORDED,
    {
      id: demoId('survey', `${round.code}/${heldOn}`),
      roundId: demoId('round', round.code),
      title,
      heldOn: dateOf(heldOn),
      ...counts,
      recordedById: demoId('person', recordedBy),
      provenance: 'DEMO',
    },
    { on: heldOn, by: recordedBy },
  );
}

function addEvaluation(past: DemoPast, round: DemoRound, evaluation: DemoEvaluation): void {
  const { scorecard, evaluatedOn, evaluatedBy, confirmedOn, confirmedBy } = evaluation;
  const id = demoId('evaluation', `${round.code}/${evaluatedOn}`);
  past.make(
    EVENTS.EVALUATION_ADDED,
    {
      id,
      roundId: demoId('round', round.code),
      scorecardVersionId: addScorecard(past, scorecard),
      conclusion: evaluation.conclusion,
      evaluatedById: demoId('person', evaluatedBy),
      scores: evaluation.scores.map(({ score, comment }, index) => ({
        criterionId: criterionId(scorecard, index),
        score,
        comment: comment ?? null,
      })),
    },
    { on: evaluatedOn, by: evaluatedBy },
  );
  const confirmed: Step = { on: confirmedOn, by: confirmedBy };
  past.change(
    EVENTS.EVALUATION_CONFIRMED,
    id,
    {
      status: 'CONFIRMED',
      confirmedById: demoId('person', confirmedBy),
      confirmedAt: momentIn(EVENTS.EVALUATION_CONFIRMED, confirmed),
    },
    confirmed,
  );
}

const criterionId = ({ title }: DemoScorecard, index: number) =>
  demoId('criterion', `${title}/${index + 1}`);

/** Adds a scorecard with its one version, and says which that is. */
function addScorecard(past: DemoPast, scorecard: DemoScorecard): string {
  const { organization, title, addedOn, addedBy, criteria } = scorecard;
  const id = demoId('scorecard', title);
  const versionId = demoId('scorecard-version', `${title}/1`);
  const added: Step = { on: addedOn, by: addedBy, with: EVENTS.SCORECARD_ADDED };
  const row = { id, organizationId: demoId('organization', organization), title };
  past.make(EVENTS.SCORECARD_ADDED, row, added);
  const version = { id: versionId, scorecardId: id, ordinal: 1 };
  past.make(EVENTS.SCORECARD_VERSION_ADDED, version, added);
  criteria.forEach((criterion, index) =>
    past.make(
      EVENTS.SCORECARD_CRITERION_ADDED,
      {
        id: criterionId(scorecard, index),
        scorecardVersionId: versionId,
        ordinal: index + 1,
        ...criterion,
      },
      added,
    ),
  );
  return versionId;
}
