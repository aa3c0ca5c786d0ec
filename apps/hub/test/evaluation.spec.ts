import { demoId, type PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem, unit } from './harness/ledger.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ROUND = `InspectionRound_${demoId('round', 'MH-WL-2024')}`;
const SCORECARD = `Scorecard { id title version
  versions { id ordinal criteria { id ordinal name weight } } }`;
const EVALUATION = `EffectivenessEvaluation { id status total version conclusion
  scorecardVersion { id ordinal } scores { score comment criterion { name weight } }
  evaluatedBy { displayName } confirmedBy { displayName } }`;
const SURVEY = `SatisfactionSurvey { id asked rate { numerator denominator rate } item { id } }`;

const SAID_OF_ROUND = `query ($id: ID!) {
  node(id: $id) { ... on InspectionRound { surveys { id } evaluations { id } } } }`;

const CRITERIA = [
  { name: '问题解决程度', weight: 50 },
  { name: '长效机制建设', weight: 33 },
  { name: '群众满意程度', weight: 17 },
];

describeOnEachDatabase('surveys and evaluations', (kind) => {
  let hub: TestHub;
  let scorecards = 0;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const run = async (
    login: PersonKey,
    mutation: string,
    input: Record<string, unknown>,
    answer: string,
  ) => runMutation(await hub.signInAs(login), mutation, input, answer);
  const addScorecard = (criteria = CRITERIA, login: PersonKey = 'inspection-register') => {
    scorecards += 1;
    const organizationId = `Organization_${unit('MH')}`;
    const title = `成效评分表 ${scorecards}`;
    return run(login, 'addScorecard', { organizationId, title, criteria }, SCORECARD);
  };
  const scoresOf = (scorecard: unknown, values: number[], version = 0) =>
    listAt(scorecard, `versions.${version}.criteria`).map((criterion, index) => ({
      criterionId: textAt(criterion, 'id'),
      score: values[index]!,
    }));
  const evaluate = (scorecard: unknown, scores: unknown, fields: Record<string, unknown> = {}) =>
    run(
      'inspection-register',
      'addEffectivenessEvaluation',
      {
        roundId: ROUND,
        scorecardVersionId: textAt(scorecard, 'versions.0.id'),
        conclusion: '总体较好',
        scores,
        ...fields,
      },
      EVALUATION,
    );

  test('an evaluation is totalled by weight and confirmed by another person, for good', async () => {
    const scorecard = await addScorecard();
    const evaluation = await evaluate(scorecard, scoresOf(scorecard, [90, 71, 88]));
    // 50 × 90 + 33 × 71 + 17 × 88 = 8,339 hundredths.
    expect(evaluation).toMatchObject({ status: 'DRAFT', total: 83.39, confirmedBy: null });
    const id = textAt(evaluation, 'id');
    const step = (login: PersonKey, action: string, version: number, more = {}) =>
      run(login, action, { id, expectedVersion: version, ...more }, EVALUATION);
    const confirm = 'confirmEffectivenessEvaluation';
    expect(await step('inspection-register', confirm, 1)).toMatchObject({ rule: 'four-eyes' });
    expect(await step('party-affairs', confirm, 1)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const scores = scoresOf(scorecard, [100, 100, 0]);
    expect(
      await step('inspection-verify', 'editEffectivenessEvaluation', 1, { scores }),
    ).toMatchObject({ total: 83, version: 2, evaluatedBy: { displayName: '巡察办核验人员' } });
    // Who scored it anew is its evaluator now: the other one confirms.
    expect(await step('inspection-verify', confirm, 2)).toMatchObject({ rule: 'four-eyes' });
    expect(await step('inspection-register', confirm, 2)).toMatchObject({
      status: 'CONFIRMED',
      confirmedBy: { displayName: '巡察办登记人员' },
    });
    expect(
      await step('inspection-register', 'editEffectivenessEvaluation', 3, { scores }),
    ).toMatchObject({ rule: 'status' });
  });

  test.each(['inspection-verify', 'viewer', 'party-affairs', 'contact-museum'] as const)(
    'what is said of a whole round is read by who reads the whole round: %s',
    async (login) => {
      const reader = await hub.signInAs(login);
      const { data } = await reader.query(SAID_OF_ROUND, { id: ROUND });
      const isWhole = login !== 'contact-museum';
      expect(listAt(data, 'node.surveys').length > 0).toBe(isWhole);
      expect(listAt(data, 'node.evaluations').length > 0).toBe(isWhole);
    },
  );

  test('a new version of a scorecard leaves earlier evaluations as they were', async () => {
    const scorecard = await addScorecard();
    const evaluation = await evaluate(scorecard, scoresOf(scorecard, [80, 80, 80]));
    const renewed = await run(
      'inspection-verify',
      'addScorecardVersion',
      {
        id: textAt(scorecard, 'id'),
        expectedVersion: 1,
        criteria: [{ name: '总体成效', weight: 100 }],
      },
      SCORECARD,
    );
    expect(renewed).toMatchObject({ versions: [{ ordinal: 2 }, { ordinal: 1 }] });
    const reader = await hub.signInAs('party-affairs');
    const { data } = await reader.query(READ, { id: textAt(evaluation, 'id') });
    expect(at(data, 'node')).toMatchObject({ total: 80, scorecardVersion: { ordinal: 1 } });
    const ofNew = await evaluate(renewed, scoresOf(renewed, [61]));
    expect(ofNew).toMatchObject({ total: 61, scorecardVersion: { ordinal: 2 } });
    await expect(
      hub.pool.query(
        `UPDATE "ScorecardCriterion" SET "weight" = 1 WHERE "id" = '${textAt(scorecard, 'versions.0.criteria.0.id').split('_')[1]}'`,
      ),
    ).rejects.toThrow(/never changes/);
  });

  test('a scorecard whose weights do not sum to 100 is refused', async () => {
    for (const weights of [
      [50, 49],
      [60, 41],
    ])
      expect(
        await addScorecard(weights.map((weight, index) => ({ name: `指标 ${index}`, weight }))),
      ).toMatchObject({ __typename: 'ValidationError', fieldErrors: [{ path: ['criteria'] }] });
    expect(await addScorecard(CRITERIA, 'party-affairs')).toMatchObject({
      __typename: 'ForbiddenError',
    });
  });

  test('an evaluation scores each criterion exactly once', async () => {
    const scorecard = await addScorecard();
    const other = await addScorecard();
    const whole = scoresOf(scorecard, [1, 2, 3]);
    const wrong = [
      whole.slice(1),
      [...whole, whole[0]],
      [whole[0], whole[0], whole[1]],
      scoresOf(other, [1, 2, 3]),
    ];
    for (const scores of wrong)
      expect(await evaluate(scorecard, scores)).toMatchObject({ rule: 'every-criterion-once' });
    expect(
      await evaluate(scorecard, [{ ...whole[0], score: 101 }, whole[1], whole[2]]),
    ).toMatchObject({ __typename: 'ValidationError' });
  });

  test('a survey is shown by numerator and denominator, of those who answered', async () => {
    const item = await putItem(hub, 'CLOSED');
    const record = (counts: number[], fields = {}) =>
      run(
        'party-affairs',
        'recordSatisfactionSurvey',
        {
          roundId: ROUND,
          title: '整改成效群众满意度测评',
          heldOn: '2026-10-20',
          asked: counts[0],
          satisfied: counts[1],
          basicallySatisfied: counts[2],
          dissatisfied: counts[3],
          ...fields,
        },
        SURVEY,
      );
    expect(await record([100, 70, 20, 5], { itemId: item.apiId })).toMatchObject({
      asked: 100,
      rate: { numerator: 90, denominator: 95, rate: 90 / 95 },
      item: { id: item.apiId },
    });
    expect(await record([10, 0, 0, 0])).toMatchObject({ rate: { denominator: 0, rate: null } });
    for (const counts of [
      [99, 70, 20, 10],
      [10, -1, 0, 0],
      [0, 0, 0, 0],
    ])
      expect(await record(counts)).toMatchObject({ __typename: 'ValidationError' });
    const foreign = `RectificationItem_${demoId('item', 'MH-SF-2025-1.1')}`;
    expect(await record([10, 1, 1, 1], { itemId: foreign })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await expect(
      hub.pool.query('UPDATE "SatisfactionSurvey" SET "asked" = 1 WHERE "satisfied" = 70'),
    ).rejects.toThrow(/SatisfactionSurvey_answers_within_asked/);
  });

  test('of a whole round stay with who reads the whole ledger; of an item, with who sees it', async () => {
    const item = await putItem(hub, 'CLOSED');
    const scorecard = await addScorecard();
    const scores = scoresOf(scorecard, [50, 50, 50]);
    const ofRound = textAt(await evaluate(scorecard, scores), 'id');
    const ofItem = textAt(await evaluate(scorecard, scores, { itemId: item.apiId }), 'id');
    const sees = async (login: PersonKey, id: string) => {
      const { data } = await (await hub.signInAs(login)).query(READ, { id });
      return at(data, 'node') !== null;
    };
    expect([await sees('party-affairs', ofRound), await sees('party-affairs', ofItem)]).toEqual([
      true,
      true,
    ]);
    const contact = 'contact-public-services';
    expect([await sees(contact, ofRound), await sees(contact, ofItem)]).toEqual([false, true]);
    expect([await sees('contact-finance', ofItem), await sees('model-leader', ofRound)]).toEqual([
      false,
      false,
    ]);
  });
});

const READ = `query ($id: ID!) { node(id: $id) {
  ... on EffectivenessEvaluation { total scorecardVersion { ordinal } }
} }`;
