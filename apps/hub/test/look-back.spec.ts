import { createHash } from 'node:crypto';
import { demoId, type PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ROUND = `InspectionRound_${demoId('round', 'MH-WL-2024')}`;
const REVIEW = `LookBackReview { id status seed populationCodes sampleSize version
  samples { id ordinal result version item { id code status } } }`;
const SAMPLE = `LookBackSample { id result note version reviewedBy { displayName }
  item { id status closedOn version } }`;

describeOnEachDatabase('a look-back review', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    for (let count = 0; count < 6; count += 1) await putItem(hub, 'CLOSED');
  });
  afterAll(() => hub.stop());

  const draw = async (login: PersonKey, fields: Record<string, unknown>) =>
    runMutation(
      await hub.signInAs(login),
      'drawLookBackReview',
      { roundId: ROUND, title: '销号后回头看', ...fields },
      REVIEW,
    );
  const result = async (
    login: PersonKey,
    action: 'passLookBackSample' | 'failLookBackSample',
    sample: unknown,
    reason: string | null = '实地复看',
  ) =>
    runMutation(
      await hub.signInAs(login),
      action,
      { id: textAt(sample, 'id'), expectedVersion: 1, ...(reason !== null && { reason }) },
      SAMPLE,
    );

  test('draws what anybody can draw again from the seed and the codes', async () => {
    const review = await draw('inspection-register', { sampleSize: 4 });
    const closed = await hub.db.rectificationItem.findMany({
      where: { roundId: demoId('round', 'MH-WL-2024'), status: 'CLOSED' },
    });
    const codes = listAt(review, 'populationCodes').map(String);
    expect(codes).toEqual(closed.map(({ code }) => code).sort());
    const rank = (code: string) =>
      createHash('sha256')
        .update(`${textAt(review, 'seed')}:${code}`)
        .digest('hex');
    const again = [...codes].sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).slice(0, 4);
    expect(listAt(review, 'samples').map((sample) => at(sample, 'item.code'))).toEqual(again);
    const second = await draw('inspection-register', { sampleSize: 4 });
    expect(at(second, 'seed')).not.toBe(at(review, 'seed'));
  });

  test('reopens what fails, by another than who closed it, and ends with its last result', async () => {
    const review = await draw('inspection-register', { sampleSize: 2 });
    const [first, second] = listAt(review, 'samples');
    const seen = await hub.db.lookBackSample.findMany({
      where: { reviewId: textAt(review, 'id').split('_')[1]! },
    });
    // Items of the demonstration and of this test were all closed by the verifier.
    const { id: verifier } = await hub.db.person.findFirstOrThrow({
      where: { displayName: '巡察办核验人员' },
    });
    expect(seen.map(({ closedById }) => closedById)).toEqual([verifier, verifier]);
    for (const action of ['passLookBackSample', 'failLookBackSample'] as const)
      expect(await result('inspection-verify', action, first)).toMatchObject({
        __typename: 'TransitionError',
        rule: 'four-eyes',
      });
    expect(await result('inspection-register', 'failLookBackSample', first, '')).toMatchObject({
      __typename: 'ValidationError',
    });

    const failed = await result('inspection-register', 'failLookBackSample', first, '问题反弹');
    expect(failed).toMatchObject({
      result: 'FAILED',
      note: '问题反弹',
      item: { status: 'REOPENED', closedOn: null },
    });
    const events = await hub.db.event.findMany({
      where: { itemId: textAt(first, 'item.id').split('_')[1]! },
      orderBy: { id: 'desc' },
      take: 2,
    });
    expect(events.map(({ type, reason }) => [type, reason])).toEqual([
      ['ITEM_REOPENED', '问题反弹'],
      ['LOOK_BACK_SAMPLE_FAILED', '问题反弹'],
    ]);
    expect(await result('inspection-register', 'passLookBackSample', first)).toMatchObject({
      rule: 'status',
    });
    const stored = () =>
      hub.db.lookBackReview.findUniqueOrThrow({
        where: { id: textAt(review, 'id').split('_')[1]! },
      });
    expect(await stored()).toMatchObject({ status: 'DRAWN', completedAt: null });
    expect(await result('inspection-register', 'passLookBackSample', second)).toMatchObject({
      result: 'PASSED',
      item: { status: 'CLOSED' },
    });
    expect(await stored()).toMatchObject({ status: 'COMPLETED', version: 2 });
    const completed = await hub.db.event.findFirst({
      where: { type: 'LOOK_BACK_COMPLETED', subjectId: textAt(review, 'id').split('_')[1]! },
    });
    expect(completed?.after).toMatchObject({ status: 'COMPLETED', version: 2 });
  });

  test('completes once when its last two results come at once', async () => {
    const review = await draw('inspection-register', { sampleSize: 2 });
    const answers = await Promise.all(
      listAt(review, 'samples').map((sample) =>
        result('inspection-register', 'passLookBackSample', sample),
      ),
    );
    expect(answers.map((answer) => at(answer, 'result'))).toEqual(['PASSED', 'PASSED']);
    const id = textAt(review, 'id').split('_')[1]!;
    expect(
      await hub.db.event.count({ where: { subjectId: id, type: 'LOOK_BACK_COMPLETED' } }),
    ).toBe(1);
  });

  test('takes a percentage rounded up, or a number, but not neither, both or too many', async () => {
    const all = await hub.db.rectificationItem.count({
      where: { roundId: demoId('round', 'MH-WL-2024'), status: 'CLOSED' },
    });
    const tenth = await draw('inspection-register', { percent: 10 });
    expect(numberAt(tenth, 'sampleSize')).toBe(Math.ceil(all / 10));
    for (const wrong of [{}, { sampleSize: 1, percent: 5 }, { sampleSize: 0 }, { percent: 101 }])
      expect(await draw('inspection-register', wrong)).toMatchObject({
        __typename: 'ValidationError',
      });
    expect(await draw('inspection-register', { sampleSize: all + 1 })).toMatchObject({
      rule: 'sample-within-closed',
    });
  });

  test('is the inspection office’s, and shown to who reads the whole ledger', async () => {
    expect(await draw('party-affairs', { sampleSize: 1 })).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const id = at(await draw('inspection-register', { sampleSize: 1 }), 'id');
    const ask = async (login: PersonKey) =>
      (await (await hub.signInAs(login)).query(READ, { id, round: ROUND })).data;
    const whole = await ask('party-affairs');
    expect(at(whole, 'review.seed')).toEqual(expect.any(String));
    expect(listAt(whole, 'round.lookBacks').length).toBeGreaterThan(0);
    const contact = await ask('contact-finance');
    expect(at(contact, 'review')).toBeNull();
    expect(at(contact, 'round.lookBacks')).toEqual([]);
  });
});

const READ = `query ($id: ID!, $round: ID!) {
  review: node(id: $id) { ... on LookBackReview { seed } }
  round: node(id: $round) { ... on InspectionRound { lookBacks { id } } }
}`;
