import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { demoItem, person, putItem, unit } from './harness/ledger.ts';
import { at, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const SESSION = { heldOn: '2026-03-02' };
const organization = (key: Parameters<typeof unit>[0]) => `Organization_${unit(key)}`;

describeOnEachDatabase('trainings', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const recordAs = async (login: PersonKey, input: Record<string, unknown>) =>
    change(await hub.signInAs(login), 'recordTraining', {
      kind: 'TRAINING',
      direction: 'HELD',
      topic: '测试培训',
      sessions: [SESSION],
      ...input,
    });
  const counts = async () => [
    await hub.db.training.count(),
    await hub.db.trainingSession.count(),
    await hub.db.trainingAttendance.count(),
    await hub.db.event.count({ where: { subjectType: { startsWith: 'Training' } } }),
    await hub.db.idempotencyRecord.count(),
  ];

  test('one is recorded with its sessions, in order, and who was there', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    const result = await recordAs('contact-public-services', {
      itemId: item.apiId,
      sessions: [
        { heldOn: '2026-03-09', hours: 1.5, attendanceCount: 30 },
        {
          heldOn: '2026-03-02',
          hours: 2,
          location: '三楼会议室',
          attendance: [
            { personId: `Person_${person('contact-public-services')}` },
            { unitId: organization('GF'), headcount: 12 },
          ],
        },
        { heldOn: '2026-03-16' },
      ],
    });
    expect(result).toMatchObject({
      status: 'RECORDED',
      heldOn: '2026-03-02',
      sessionCount: 3,
      attendanceCount: 43,
      hours: 3.5,
    });
    const id = textAt(result, 'id').split('_')[1]!;
    const stored = await hub.db.training.findUniqueOrThrow({
      where: { id },
      include: { sessions: { orderBy: { ordinal: 'asc' } } },
    });
    expect(stored).toMatchObject({
      organizationId: unit('WL'),
      responsibleUnitId: unit('GF'),
      itemId: item.id,
    });
    expect(stored.sessions.map(({ attendanceCount }) => attendanceCount)).toEqual([13, 30, null]);
    expect(await hub.db.event.findFirst({ where: { subjectId: id } })).toMatchObject({
      type: 'TRAINING_RECORDED',
      itemId: item.id,
    });
  });

  test('what nobody counted stays unknown', async () => {
    expect(await recordAs('contact-library', {})).toMatchObject({
      sessionCount: 1,
      attendanceCount: null,
      hours: null,
    });
  });

  test('the metrics count it by kind and month', async () => {
    const client = await hub.signInAs('model-contact');
    const count = async () => {
      const answer = await client.query(
        '{ rectificationMetrics { trainings { kind month count sessions attendances hours } } }',
      );
      return (answer.data as { rectificationMetrics: { trainings: { month: string }[] } })
        .rectificationMetrics.trainings;
    };
    expect(await count()).toEqual([]);
    await recordAs('model-contact', {
      kind: 'VISIT',
      sessions: [
        { heldOn: '2026-05-04', attendanceCount: 8, hours: 0.5 },
        { heldOn: '2026-06-01', attendanceCount: 2 },
      ],
    });
    expect(await count()).toEqual([
      { kind: 'VISIT', month: '2026-05', count: 1, sessions: 2, attendances: 10, hours: 0.5 },
    ]);
  });

  test('tenths of hours sum exactly, of a training and in the metrics', async () => {
    const tenths = { sessions: [0.1, 0.2].map((hours) => ({ heldOn: '2026-07-06', hours })) };
    const recorded = await recordAs('model-contact', { kind: 'LECTURE', ...tenths });
    expect(recorded).toMatchObject({ hours: 0.3 });
    const { data } = await (
      await hub.signInAs('model-contact')
    ).query('{ rectificationMetrics { trainings { month hours } } }');
    expect(at(data, 'rectificationMetrics.trainings')).toContainEqual({
      month: '2026-07',
      hours: 0.3,
    });
  });

  test.each<[string, PersonKey, () => Record<string, unknown>, string]>([
    ['a reader', 'viewer', () => ({ organizationId: organization('WL') }), 'ForbiddenError'],
    [
      'a unit for another unit',
      'contact-library',
      () => ({ responsibleUnitId: organization('GF') }),
      // One that it does not see reads like one that is not there.
      'NotFoundError',
    ],
    [
      'a unit in another bureau',
      'contact-library',
      () => ({ organizationId: organization('SF') }),
      'NotFoundError',
    ],
    [
      'a bureau for another bureau’s unit',
      'party-affairs',
      () => ({ responsibleUnitId: organization('ZH') }),
      'NotFoundError',
    ],
    [
      'for an item of another bureau',
      'party-affairs',
      () => ({ itemId: `RectificationItem_${demoItem('1.1', 'MH-SF-2025')}` }),
      'NotFoundError',
    ],
    [
      'for a measure of another item',
      'party-affairs',
      () => ({
        itemId: `RectificationItem_${demoItem('1.1')}`,
        measureId: `CorrectiveMeasure_${randomUUID()}`,
      }),
      'NotFoundError',
    ],
    [
      'for a measure without its item',
      'party-affairs',
      () => ({ measureId: `CorrectiveMeasure_${randomUUID()}` }),
      'ValidationError',
    ],
    [
      'with somebody who does not exist',
      'party-affairs',
      () => ({ sessions: [{ ...SESSION, attendance: [{ personId: `Person_${randomUUID()}` }] }] }),
      'NotFoundError',
    ],
    [
      'with a unit that does not exist',
      'party-affairs',
      () => ({
        sessions: [{ ...SESSION, attendance: [{ unitId: `Organization_${randomUUID()}` }] }],
      }),
      'NotFoundError',
    ],
    [
      'with one person twice',
      'party-affairs',
      () => ({
        sessions: [
          { ...SESSION, attendance: Array(2).fill({ personId: `Person_${person('secretary')}` }) },
        ],
      }),
      'ValidationError',
    ],
    [
      'with neither person nor unit',
      'party-affairs',
      () => ({ sessions: [{ ...SESSION, attendance: [{ headcount: 3 }] }] }),
      'ValidationError',
    ],
    ['without a session', 'party-affairs', () => ({ sessions: [] }), 'ValidationError'],
    [
      'with negative hours',
      'party-affairs',
      () => ({ sessions: [{ ...SESSION, hours: -1 }] }),
      'ValidationError',
    ],
    [
      'with a negative count',
      'party-affairs',
      () => ({ sessions: [{ ...SESSION, attendanceCount: -1 }] }),
      'ValidationError',
    ],
  ])('recording one is refused: %s', async (_title, login, input, expected) => {
    const before = await counts();
    expect(await recordAs(login, input())).toMatchObject({ __typename: expected });
    expect(await counts()).toEqual(before);
  });

  test('an invisible item reads as a missing one', async () => {
    const [invisible, missing] = [
      await recordAs('contact-library', {
        itemId: `RectificationItem_${demoItem('1.1', 'MH-SF-2025')}`,
      }),
      await recordAs('contact-library', { itemId: `RectificationItem_${randomUUID()}` }),
    ];
    expect(JSON.stringify(invisible)).toBe(JSON.stringify(missing));
  });

  test('a unit that does not see an item does not learn which trainings serve it', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    await recordAs('party-affairs', { itemId: item.apiId, responsibleUnitId: organization('TSG') });
    const library = await hub.signInAs('contact-library');
    const document =
      'query ($filter: TrainingFilter) { trainings(filter: $filter) { totalCount edges { node { item { code } } } } }';
    const mine = await library.query(document, {
      filter: { responsibleUnitId: organization('TSG') },
    });
    expect(numberAt(mine.data, 'trainings.totalCount')).toBeGreaterThan(0);
    const filtered = await library.query(document, { filter: { itemId: item.apiId } });
    const nothing = await library.query(document, {
      filter: { itemId: `RectificationItem_${randomUUID()}` },
    });
    expect(filtered.text).toBe(nothing.text);
  });
});
