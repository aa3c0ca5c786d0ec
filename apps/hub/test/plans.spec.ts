import { demoId, type PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, unit } from './harness/ledger.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ROUND = `InspectionRound { id code title version intensivePeriodEndsOn
  leadingGroup { post person { displayName } } }`;
const PLAN = `RectificationPlan { id title status approvedOn version
  draftedBy { displayName } approvedBy { displayName } }`;

describeOnEachDatabase('a round, its plan and its leading group', (kind) => {
  let hub: TestHub;
  let rounds = 0;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2027-01-09T17:00:00Z') });
  });
  afterAll(() => hub.stop());

  const run = async (
    login: PersonKey,
    mutation: string,
    input: Record<string, unknown>,
    answer = ROUND,
  ) => runMutation(await hub.signInAs(login), mutation, input, answer);
  const addRound = (login: PersonKey = 'inspection-register', fields = {}) => {
    rounds += 1;
    return run(login, 'addInspectionRound', {
      code: `MH-WL-2027-${rounds}`,
      title: '2027 年度巡察',
      inspectedOrganizationId: `Organization_${unit('WL')}`,
      inspectedFrom: '2026-09-01',
      inspectedTo: '2026-11-30',
      feedbackOn: '2026-12-20',
      ...fields,
    });
  };

  test('is registered by the inspection office, given areas, and takes items', async () => {
    const round = await addRound();
    const area = await run(
      'inspection-register',
      'addFindingArea',
      { id: textAt(round, 'id'), expectedVersion: 1, title: '党的领导' },
      'FindingArea { id ordinal title round { version } }',
    );
    expect(area).toMatchObject({ ordinal: 1, round: { version: 1 } });
    // An area without items yet is seen by who reads every round, as by who reads this one.
    for (const login of ['inspection-verify', 'party-affairs'] as const) {
      const reader = await hub.signInAs(login);
      const { data } = await reader.query(AREAS, { id: textAt(round, 'id') });
      expect(at(data, 'node.areas')).toEqual([{ title: '党的领导' }]);
    }
    const item = await run(
      'inspection-register',
      'registerRectificationItem',
      { areaId: textAt(area, 'id'), title: '学习不够深入' },
      'RectificationItem { code }',
    );
    expect(item).toMatchObject({ code: `${textAt(round, 'code')}-1.1` });
  });

  test('is edited against its version, with its days in order', async () => {
    const id = textAt(await addRound(), 'id');
    const edit = (
      expectedVersion: number,
      fields: object,
      login: PersonKey = 'inspection-verify',
    ) => run(login, 'editInspectionRound', { id, expectedVersion, ...fields });
    expect(await edit(1, { intensivePeriodEndsOn: '2027-03-31' })).toMatchObject({
      intensivePeriodEndsOn: '2027-03-31',
      title: '2027 年度巡察',
      version: 2,
    });
    expect(await edit(1, { title: '改名' })).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 2,
    });
    expect(await edit(2, { intensivePeriodEndsOn: '2026-12-19' })).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['intensivePeriodEndsOn'] }],
    });
    expect(await edit(2, { title: '改名' }, 'party-affairs')).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const edited = await hub.db.event.findMany({ where: { type: 'ROUND_EDITED' } });
    expect(edited.map(({ before, after }) => [before, after])).toEqual([
      [
        { intensivePeriodEndsOn: null, version: 1 },
        { intensivePeriodEndsOn: '2027-03-31', version: 2 },
      ],
    ]);
  });

  test('is refused with a code that is taken, days out of order, or by others', async () => {
    expect(await addRound('inspection-register', { code: 'MH-WL-2024' })).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['code'] }],
    });
    expect(await addRound('inspection-register', { inspectedTo: '2026-08-31' })).toMatchObject({
      fieldErrors: [{ path: ['inspectedTo'] }],
    });
    expect(await addRound('party-affairs')).toMatchObject({ __typename: 'ForbiddenError' });
    expect(
      await addRound('model-party-affairs', {
        inspectedOrganizationId: `Organization_${unit('WL')}`,
      }),
    ).toMatchObject({ __typename: 'NotFoundError' });
  });

  test('has a plan that party affairs draft and the secretary approves', async () => {
    const roundId = textAt(await addRound(), 'id');
    const plan = await run(
      'party-affairs',
      'addRectificationPlan',
      { roundId, title: '整改工作方案' },
      PLAN,
    );
    expect(plan).toMatchObject({ status: 'DRAFT', draftedBy: { displayName: '党群科科长' } });
    const approve = (login: PersonKey, expectedVersion = 1) =>
      run(login, 'approveRectificationPlan', { id: textAt(plan, 'id'), expectedVersion }, PLAN);
    expect(await approve('party-affairs')).toMatchObject({ __typename: 'ForbiddenError' });
    expect(await approve('secretary')).toMatchObject({
      status: 'APPROVED',
      approvedOn: '2027-01-10',
      approvedBy: { displayName: '局党组书记' },
      version: 2,
    });
    expect(await approve('secretary', 2)).toMatchObject({ rule: 'status' });
    expect(
      await run('party-affairs', 'addRectificationPlan', { roundId, title: '整改工作方案' }, PLAN),
    ).toMatchObject({ fieldErrors: [{ path: ['title'] }] });
    const own = await putRows(hub, ({ create }) =>
      create(prepared('RectificationPlan'), {
        roundId: roundId.split('_')[1]!,
        title: '自拟方案',
        draftedById: person('secretary'),
      }),
    );
    expect(
      await run(
        'secretary',
        'approveRectificationPlan',
        { id: `RectificationPlan_${own.id}`, expectedVersion: 1 },
        PLAN,
      ),
    ).toMatchObject({ rule: 'four-eyes' });
  });

  test('has a leading group whose members come, change their post, and go', async () => {
    const id = textAt(await addRound(), 'id');
    const member = `Person_${person('leader-party')}`;
    const add = (post: string) =>
      run('party-affairs', 'addLeadingGroupMember', {
        id,
        expectedVersion: 1,
        personId: member,
        post,
      });
    expect(await add('MEMBER')).toMatchObject({ leadingGroup: [{ post: 'MEMBER' }] });
    expect(await add('HEAD')).toMatchObject({ leadingGroup: [{ post: 'HEAD' }] });
    expect(await add('HEAD')).toMatchObject({ leadingGroup: [{ post: 'HEAD' }] });
    const remove = (expectedVersion = 1) =>
      run('party-affairs', 'removeLeadingGroupMember', { id, expectedVersion, personId: member });
    expect(await remove(2)).toMatchObject({ __typename: 'ConflictError', currentVersion: 1 });
    expect(await remove()).toMatchObject({ version: 1, leadingGroup: [] });
    expect(await remove()).toMatchObject({ __typename: 'NotFoundError' });
    expect(
      await run('party-affairs', 'addLeadingGroupMember', {
        id,
        expectedVersion: 1,
        personId: `Person_${person('model-leader')}`,
        post: 'MEMBER',
      }),
    ).toMatchObject({ __typename: 'NotFoundError' });
    const roundId = id.split('_')[1]!;
    const ofRound = { path: ['roundId'], equals: roundId };
    const made = await hub.db.event.findFirstOrThrow({
      where: { subjectType: 'LeadingGroupMember', after: ofRound },
    });
    const events = await hub.db.event.findMany({
      where: { subjectId: { in: [roundId, made.subjectId!] } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type }) => type)).toEqual([
      'ROUND_ADDED',
      'LEADING_GROUP_MEMBER_ADDED',
      'LEADING_GROUP_MEMBER_POST_CHANGED',
      'LEADING_GROUP_MEMBER_REMOVED',
    ]);
  });

  test('says beforehand what each may do to it', async () => {
    const id = `InspectionRound_${demoId('round', 'MH-WL-2024')}`;
    const allowed = async (login: PersonKey) => {
      const { data } = await (await hub.signInAs(login)).query(ALLOWED, { id });
      return listAt(data, 'node.allowedActions')
        .filter((action) => at(action, 'allowed'))
        .map((action) => at(action, 'action'));
    };
    expect(await allowed('viewer')).toEqual([]);
    expect(await allowed('party-affairs')).toEqual([
      'addLeadingGroupMember',
      'removeLeadingGroupMember',
      'addRectificationPlan',
      'addPublicNotice',
      'recordSatisfactionSurvey',
    ]);
    expect(await allowed('inspection-register')).toEqual([
      'editInspectionRound',
      'addFindingArea',
      'drawLookBackReview',
      'recordSatisfactionSurvey',
      'addEffectivenessEvaluation',
    ]);
  });
});

const AREAS = `query ($id: ID!) { node(id: $id) { ... on InspectionRound { areas { title } } } }`;
const ALLOWED = `query ($id: ID!) {
  node(id: $id) { ... on InspectionRound { allowedActions { action allowed } } }
}`;
