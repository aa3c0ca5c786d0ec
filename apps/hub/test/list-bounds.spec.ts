import { MOST_LISTED } from '@taizhang/platform';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { putItem } from './harness/ledger.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('what a record lists whole', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test('is as long as its description says at most: one more is refused, and moving one there too', async () => {
    const { id, apiId } = await putItem(hub, 'ASSIGNED', { measure: null });
    await putRows(hub, ({ createMany }) =>
      createMany(
        prepared('CorrectiveMeasure'),
        Array.from({ length: MOST_LISTED - 1 }, (_, index) => ({
          itemId: id,
          ordinal: index + 1,
          text: `措施之 ${index}`,
        })),
      ),
    );
    const client = await hub.signInAs('party-affairs');
    const add = () => change(client, 'addMeasure', { itemId: apiId, text: '再加一条' });
    expect(await add()).toMatchObject({ __typename: 'CorrectiveMeasure' });
    expect(await add()).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['itemId'], message: expect.stringContaining('1000') as string }],
    });
    const answer = await client.query(
      'query ($id: ID!) { node(id: $id) { ... on RectificationItem { measures { id } } } }',
      { id: apiId },
    );
    expect(listAt(answer.data, 'node.measures')).toHaveLength(MOST_LISTED);

    const other = await putItem(hub, 'ASSIGNED', { measure: 'APPROVED' });
    const moving = putRows(hub, async ({ tx, change: move }) => {
      const { measure } = other;
      const row = await tx.correctiveMeasure.findUniqueOrThrow({ where: { id: measure!.id } });
      await move(prepared('CorrectiveMeasure'), row, { itemId: id, ordinal: MOST_LISTED + 1 });
    });
    await expect(moving).rejects.toMatchObject({ code: 'VALIDATION' });
  });

  test('the population of a draw is read a thousand at a time', async () => {
    const codes = Array.from(
      { length: 1_003 },
      (_, index) => `P-${String(index).padStart(4, '0')}`,
    );
    const round = await hub.db.inspectionRound.findFirstOrThrow({ where: { code: 'MH-WL-2024' } });
    const review = await putRows(hub, ({ create }) =>
      create(prepared('LookBackReview'), {
        roundId: round.id,
        title: '大样本',
        seed: 's',
        populationCodes: codes,
        sampleSize: 1,
      }),
    );
    const { data } = await hub.automation.query(
      `query ($id: ID!) { node(id: $id) { ... on LookBackReview {
        populationCount first: populationCodes rest: populationCodes(offset: 1000)
      } } }`,
      { id: `LookBackReview_${review.id}` },
    );
    expect(at(data, 'node')).toEqual({
      populationCount: 1_003,
      first: codes.slice(0, 1_000),
      rest: codes.slice(1_000),
    });
  });
});
