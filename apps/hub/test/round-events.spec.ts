import { demoId, type PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, putItem, unit } from './harness/ledger.ts';
import { listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectToldWhole, lastEvent } from './harness/told-events.ts';

const UNIT = (key: Parameters<typeof unit>[0]) => `Organization_${unit(key)}`;
const PERSON = (key: PersonKey) => `Person_${person(key)}`;

describeOnEachDatabase('the events of rounds', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test('a round, its areas, its leading group and its plans are told of row by row', async () => {
    const from = await lastEvent(hub);
    const run = async (login: PersonKey, mutation: string, input: Record<string, unknown>) =>
      runMutation(await hub.signInAs(login), mutation, input, 'Node { id }');
    const round = await run('inspection-register', 'addInspectionRound', {
      code: 'MH-WL-2031',
      title: '2031 年度巡察',
      inspectedOrganizationId: UNIT('WL'),
      feedbackOn: '2030-12-20',
    });
    const id = textAt(round, 'id');
    const asked = { id, expectedVersion: 1 };
    await run('inspection-register', 'addFindingArea', { ...asked, title: '党的领导' });
    const member = { ...asked, personId: PERSON('leader-party') };
    await run('party-affairs', 'addLeadingGroupMember', { ...member, post: 'MEMBER' });
    await run('party-affairs', 'addLeadingGroupMember', { ...member, post: 'HEAD' });
    await run('party-affairs', 'addLeadingGroupMember', { ...member, post: 'HEAD' });
    await run('party-affairs', 'removeLeadingGroupMember', member);
    await run('party-affairs', 'addRectificationPlan', { roundId: id, title: '整改方案' });
    const edited = await run('inspection-verify', 'editInspectionRound', {
      ...asked,
      inspectionTeam: '第三巡察组',
    });
    expect(textAt(edited, '__typename')).toBe('InspectionRound');
    const events = await expectToldWhole(hub, from);
    expect(events.map(({ told }) => told)).toEqual([
      'ROUND_ADDED CREATE InspectionRound 1',
      'AREA_ADDED CREATE FindingArea 1',
      'LEADING_GROUP_MEMBER_ADDED CREATE LeadingGroupMember 1',
      'LEADING_GROUP_MEMBER_POST_CHANGED CHANGE LeadingGroupMember 2',
      'LEADING_GROUP_MEMBER_REMOVED REMOVE LeadingGroupMember 2',
      'PLAN_DRAFTED CREATE RectificationPlan 1',
      'ROUND_EDITED CHANGE InspectionRound 2',
    ]);
    expect(events[0]).toMatchObject({
      organizationId: unit('WL'),
      after: { code: 'MH-WL-2031', kind: 'INSPECTION', feedbackOn: '2030-12-20' },
    });
    expect(events.at(-1)).toMatchObject({
      before: { inspectionTeam: null, version: 1 },
      after: { inspectionTeam: '第三巡察组', version: 2 },
    });
  });

  test('a draw, a survey, a scorecard and an evaluation with its scores are told of whole', async () => {
    const from = await lastEvent(hub);
    const run = async (login: PersonKey, mutation: string, input: object, answer = 'Node { id }') =>
      runMutation(await hub.signInAs(login), mutation, { ...input }, answer);
    const roundId = `InspectionRound_${demoId('round', 'MH-WL-2024')}`;
    await putItem(hub, 'CLOSED', { evidence: 'ACCEPTED' });
    await run('inspection-verify', 'drawLookBackReview', {
      roundId,
      title: '抽查',
      sampleSize: 1,
    });
    await run('inspection-verify', 'recordSatisfactionSurvey', {
      roundId,
      title: '测评',
      heldOn: '2026-12-01',
      asked: 10,
      satisfied: 6,
      basicallySatisfied: 3,
      dissatisfied: 1,
    });
    const scorecard = await run(
      'inspection-verify',
      'addScorecard',
      {
        organizationId: UNIT('MH'),
        title: '评分表甲',
        criteria: [
          { name: '整改到位', weight: 60 },
          { name: '群众评价', weight: 40 },
        ],
      },
      'Scorecard { id version versions { id criteria { id } } }',
    );
    const [version] = listAt(scorecard, 'versions');
    const criteria = listAt(version, 'criteria').map((one) => textAt(one, 'id'));
    const scores = (points: number[]) =>
      criteria.map((criterionId, index) => ({ criterionId, score: points[index] }));
    const evaluation = await run('inspection-verify', 'addEffectivenessEvaluation', {
      roundId,
      scorecardVersionId: textAt(version, 'id'),
      scores: scores([80, 70]),
    });
    const edit = (points: number[], expectedVersion: number) =>
      run('inspection-verify', 'editEffectivenessEvaluation', {
        id: textAt(evaluation, 'id'),
        expectedVersion,
        scores: scores(points),
      });
    await edit([80, 90], 1);
    await edit([80, 90], 2);
    const events = (await expectToldWhole(hub, from)).filter(
      ({ type }) => type !== 'ROW_TAKEN_OVER',
    );
    expect(events.map(({ told }) => told)).toEqual([
      'LOOK_BACK_DRAWN CREATE LookBackReview 1',
      'LOOK_BACK_SAMPLED CREATE LookBackSample 1',
      'SURVEY_RECORDED CREATE SatisfactionSurvey 1',
      'SCORECARD_ADDED CREATE Scorecard 1',
      'SCORECARD_VERSION_ADDED CREATE ScorecardVersion 1',
      'SCORECARD_CRITERION_ADDED CREATE ScorecardCriterion 1',
      'SCORECARD_CRITERION_ADDED CREATE ScorecardCriterion 1',
      'EVALUATION_ADDED CREATE EffectivenessEvaluation 1',
      'EVALUATION_EDITED CHANGE EffectivenessEvaluation 2',
    ]);
    const scored = (event: (typeof events)[number] | undefined) =>
      listAt(event?.after, 'scores').map((one) => (one as { score: number }).score);
    expect(scored(events.at(-2)).sort()).toEqual([70, 80]);
    expect(scored(events.at(-1)).sort()).toEqual([80, 90]);
  });

  test('an omission of a notice is told of without the item’s history', async () => {
    const run = async (mutation: string, input: Record<string, unknown>) =>
      runMutation(
        await hub.signInAs('party-affairs'),
        mutation,
        input,
        'PublicNotice { id version }',
      );
    const { apiId, id } = await putItem(hub, 'IN_PROGRESS');
    const from = await lastEvent(hub);
    const notice = await run('addPublicNotice', {
      roundId: `InspectionRound_${demoId('round', 'MH-WL-2024')}`,
      title: '通报甲',
    });
    const asked = { id: textAt(notice, 'id'), expectedVersion: 1, itemId: apiId };
    const note = { ground: 'STATE_SECRET', note: '不宜公开' };
    expect(await run('omitFromPublicNotice', { ...asked, ...note })).toMatchObject({ version: 1 });
    await run('readmitToPublicNotice', asked);
    await run('editPublicNotice', { id: asked.id, expectedVersion: 1, title: '通报乙' });
    const events = await expectToldWhole(hub, from);
    expect(events.map(({ told }) => told)).toEqual([
      'PUBLIC_NOTICE_DRAFTED CREATE PublicNotice 1',
      'PUBLIC_NOTICE_ITEM_OMITTED CREATE PublicNoticeOmission 1',
      'PUBLIC_NOTICE_ITEM_READMITTED REMOVE PublicNoticeOmission 1',
      'PUBLIC_NOTICE_EDITED CHANGE PublicNotice 2',
    ]);
    expect(events[1]).toMatchObject({ itemId: null, after: { itemId: id, ...note } });
    expect(events[2]).toMatchObject({ itemId: null, before: { itemId: id, ...note }, after: null });
  });
});
