import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonKey } from '@taizhang/demo';
import { change } from './harness/change.ts';
import { putItem, unit } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const READ = `query ($id: ID!) { node(id: $id) { ... on Training {
  topic kind direction status version plannedOn responsibleUnit { code } item { id } measure { id }
  allowedActions { action allowed }
  history(first: 9) { edges { node { type reason before after } } }
} } }`;
const RECORDED = { heldOn: '2026-05-06', attendanceCount: 20 };

describeOnEachDatabase('editing a training', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, name: string, input: Record<string, unknown>) =>
    change(await hub.signInAs(login), name, input);
  const read = async (id: string, login: PersonKey = 'party-affairs') =>
    at((await (await hub.signInAs(login)).query(READ, { id })).data, 'node');
  const step = async (login: PersonKey, name: string, id: string, input: object = {}) =>
    run(login, name, { id, expectedVersion: numberAt(await read(id), 'version'), ...input });
  const edit = (login: PersonKey, id: string, input: object) =>
    step(login, 'editTraining', id, input);
  const plan = async (more: object = {}) =>
    textAt(
      await run('contact-library', 'planTraining', {
        kind: 'TRAINING',
        direction: 'HELD',
        topic: '廉政教玉',
        plannedOn: '2026-05-04',
        ...more,
      }),
      'id',
    );
  const record = async () =>
    textAt(
      await run('contact-library', 'recordTraining', {
        kind: 'LECTURE',
        direction: 'HELD',
        topic: '廉政教玉',
        sessions: [RECORDED],
      }),
      'id',
    );

  test('puts right what is planned, and the history shows both values', async () => {
    const id = await plan();
    await edit('contact-library', id, {
      topic: '廉政教育',
      kind: 'LECTURE',
      direction: 'ATTENDED',
      plannedOn: '2026-05-11',
      reason: '笔误',
    });
    const training = await read(id);
    expect(training).toMatchObject({
      topic: '廉政教育',
      kind: 'LECTURE',
      direction: 'ATTENDED',
      plannedOn: '2026-05-11',
      version: 2,
    });
    expect(at(listAt(training, 'history.edges')[0], 'node')).toEqual({
      type: 'TRAINING_EDITED',
      reason: '笔误',
      before: {
        topic: '廉政教玉',
        kind: 'TRAINING',
        direction: 'HELD',
        plannedOn: '2026-05-04',
        version: 1,
      },
      after: {
        topic: '廉政教育',
        kind: 'LECTURE',
        direction: 'ATTENDED',
        plannedOn: '2026-05-11',
        version: 2,
      },
    });
  });

  test('says for which item and measure it is, and leaves the measure behind with its item', async () => {
    const [one, other] = [await putItem(hub, 'IN_PROGRESS'), await putItem(hub, 'IN_PROGRESS')];
    const measureId = one.measure!.apiId;
    const id = await plan();
    expect(await edit('party-affairs', id, { measureId })).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['itemId'] }],
    });
    expect(await edit('party-affairs', id, { itemId: other.apiId, measureId })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await edit('party-affairs', id, { itemId: one.apiId, measureId });
    expect(await read(id)).toMatchObject({ item: { id: one.apiId }, measure: { id: measureId } });
    await edit('party-affairs', id, { itemId: other.apiId });
    expect(await read(id)).toMatchObject({ item: { id: other.apiId }, measure: null });
    await edit('party-affairs', id, { itemId: null });
    expect(await read(id)).toMatchObject({ item: null, measure: null });
  });

  test('keeps to its day once it was held, and to everything once it is verified', async () => {
    const id = await record();
    expect(await edit('contact-library', id, { plannedOn: '2026-05-11' })).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['plannedOn'] }],
    });
    expect(await edit('contact-library', id, { topic: '廉政教育' })).toMatchObject({
      topic: '廉政教育',
      status: 'RECORDED',
    });
    await step('leader-culture', 'verifyTraining', id);
    const actions = listAt(await read(id, 'contact-library'), 'allowedActions');
    expect(actions).toContainEqual({ action: 'editTraining', allowed: false });
    expect(await edit('contact-library', id, { topic: '别的' })).toMatchObject({
      rule: 'training-not-closed',
    });
  });

  test('of what was recorded makes its author answer for it: another one verifies', async () => {
    const id = await record();
    await edit('party-affairs', id, { topic: '廉政教育' });
    expect(await step('party-affairs', 'verifyTraining', id)).toMatchObject({ rule: 'four-eyes' });
    expect(await step('leader-culture', 'verifyTraining', id)).toMatchObject({
      status: 'VERIFIED',
    });
  });

  test('is for who may record it there, at the old place and the new', async () => {
    const id = await plan();
    const elsewhere = { responsibleUnitId: `Organization_${unit('GF')}` };
    expect(await edit('contact-library', id, elsewhere)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await edit('secretary', id, { topic: '别的' })).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await edit('contact-office', id, { topic: '别的' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await edit('party-affairs', id, { topic: '别的', expectedVersion: 7 })).toMatchObject({
      __typename: 'ConflictError',
    });
    await edit('party-affairs', id, elsewhere);
    expect(await read(id)).toMatchObject({ responsibleUnit: { code: 'MH-WL-GF' } });
  });
});
