import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const { actions: NAMES, steps: TRAINING_STEPS } = TRAINING_LIFE_CYCLE;
const PEOPLE: PersonKey[] = ['contact-library', 'party-affairs', 'leader-culture', 'viewer'];
const READ = `query ($id: ID!) { node(id: $id) { ... on Training {
  status version plannedOn heldOn sessionCount attendanceCount
  allowedActions { action allowed reason }
  history(first: 50) { edges { node { type reason after } } }
} } }`;

describeOnEachDatabase('the life cycle of a training', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, name: string, input: Record<string, unknown>) =>
    change(await hub.signInAs(login), name, input);
  const plan = async () =>
    textAt(
      await run('contact-library', 'planTraining', {
        kind: 'TRAINING',
        direction: 'HELD',
        topic: '计划中的培训',
        plannedOn: '2026-05-04',
      }),
      'id',
    );
  const read = async (id: string, login: PersonKey = 'party-affairs') =>
    at((await (await hub.signInAs(login)).query(READ, { id })).data, 'node');
  const inputOf = (name: string) => ({
    reason: '原因',
    ...(name === 'holdTraining' && { heldOn: '2026-05-06' }),
    ...(name === 'rescheduleTraining' && { plannedOn: '2026-06-01' }),
    ...(name === 'recordTrainingSessions' && {
      sessions: [
        { heldOn: '2026-05-13', attendanceCount: 5 },
        { heldOn: '2026-05-06', attendanceCount: 20 },
      ],
    }),
  });
  const step = async (login: PersonKey, name: string, id: string, more: object = {}) =>
    run(login, name, {
      id,
      expectedVersion: numberAt(await read(id), 'version'),
      ...inputOf(name),
      ...more,
    });
  const counts = async () => [
    await hub.db.event.count({ where: { subjectType: { startsWith: 'Training' } } }),
    await hub.db.trainingSession.count(),
    await hub.db.idempotencyRecord.count(),
  ];

  test('it is planned, postponed, planned anew, held, recorded and verified by another', async () => {
    const id = await plan();
    expect(await read(id)).toMatchObject({
      status: 'PLANNED',
      plannedOn: '2026-05-04',
      heldOn: null,
    });
    await step('contact-library', 'postponeTraining', id, { reason: '场馆检修' });
    await step('contact-library', 'rescheduleTraining', id);
    expect(await read(id)).toMatchObject({ status: 'PLANNED', plannedOn: '2026-06-01' });
    expect(
      await step('contact-library', 'holdTraining', id, { heldOn: '2199-01-01' }),
    ).toMatchObject({ __typename: 'ValidationError', fieldErrors: [{ path: ['heldOn'] }] });
    await step('contact-library', 'holdTraining', id);
    expect(await step('party-affairs', 'recordTrainingSessions', id)).toMatchObject({
      status: 'RECORDED',
      heldOn: '2026-05-06',
      sessionCount: 2,
      attendanceCount: 25,
    });
    expect(await step('party-affairs', 'verifyTraining', id)).toMatchObject({
      __typename: 'TransitionError',
      rule: 'four-eyes',
    });
    expect(await step('leader-culture', 'verifyTraining', id)).toMatchObject({
      status: 'VERIFIED',
    });
    const types = listAt(await read(id), 'history.edges').map((edge) => at(edge, 'node.type'));
    expect(types).toEqual([
      'TRAINING_VERIFIED',
      'TRAINING_SESSIONS_RECORDED',
      'TRAINING_HELD',
      'TRAINING_RESCHEDULED',
      'TRAINING_POSTPONED',
      'TRAINING_PLANNED',
    ]);
  });

  test('who records at once does not verify either', async () => {
    const recorded = await run('party-affairs', 'recordTraining', {
      kind: 'LECTURE',
      direction: 'HELD',
      topic: '讲座',
      sessions: [{ heldOn: '2026-05-06' }],
    });
    const id = textAt(recorded, 'id');
    expect(await step('party-affairs', 'verifyTraining', id)).toMatchObject({ rule: 'four-eyes' });
    const { personId } = await hub.db.account.findUniqueOrThrow({
      where: { loginName: 'party-affairs' },
    });
    await expect(
      changeRow(hub, 'Training', id.split('_')[1]!, {
        status: 'VERIFIED',
        verifiedById: personId,
      }),
    ).rejects.toThrow('Training_four_eyes');
  });

  test('one of another bureau reads as missing on every step', async () => {
    const id = await plan();
    for (const name of NAMES) {
      const input = { expectedVersion: 1, ...inputOf(name) };
      const invisible = await run('model-party-affairs', name, { id, ...input });
      const missing = await run('model-party-affairs', name, {
        id: 'Training_00000000-0000-7000-8000-000000000000',
        ...input,
      });
      expect(invisible).toMatchObject({ __typename: 'NotFoundError' });
      expect(invisible).toEqual(missing);
    }
  });

  test('random steps: the log rebuilds the status, allowedActions told the truth, refusals left no trace', async () => {
    const call = fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...NAMES));
    const walks = fc.sample(fc.array(call, { minLength: 8, maxLength: 8 }), {
      seed: 20_261_123,
      numRuns: 5,
    });
    const reached = new Set<string>();
    for (const walk of walks) {
      const id = await plan();
      for (const [index, [login, drawn]] of walk.entries()) {
        const open = listAt(await read(id, login), 'allowedActions')
          .filter((one) => at(one, 'allowed') === true)
          .map((one) => textAt(one, 'action'));
        // Half of the calls follow the table, so that a walk gets anywhere.
        const name = index % 2 && open.length ? open[0]! : drawn;
        const before = [await read(id), await counts()];
        const result = await step(login, name, id, {
          ...(name === 'holdTraining' && { heldOn: '2026-01-05' }),
        });
        const isTaken = textAt(result, '__typename') === 'Training';
        expect([login, name, isTaken]).toEqual([login, name, open.includes(name)]);
        if (!isTaken) expect([await read(id), await counts()]).toEqual(before);
        expect(at(await read(id), 'status')).toBe(await rebuildStatus(id));
        reached.add(textAt(await read(id), 'status'));
      }
    }
    expect([...reached].sort()).toEqual([
      'CANCELLED',
      'HELD',
      'PLANNED',
      'POSTPONED',
      'RECORDED',
      'VERIFIED',
    ]);
  }, 60_000);

  /** The status by the log alone. */
  async function rebuildStatus(id: string): Promise<string> {
    const events = await hub.db.event.findMany({
      where: { subjectType: 'Training', subjectId: id.split('_')[1]! },
      orderBy: { id: 'asc' },
    });
    const steps = Object.values(TRAINING_STEPS);
    return events.reduce<string>((status, { type }) => {
      const taken = steps.find(({ event }) => event.type === type);
      if (taken && !(taken.from as readonly string[]).includes(status))
        throw new Error(`${type} does not follow ${status}`);
      return taken?.to ?? status;
    }, 'PLANNED');
  }
});
