import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { area, person, putItem, unit } from './harness/ledger.ts';
import { at, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const AREA = `FindingArea_${area(1)}`;
const MISSING = '00000000-0000-4000-8000-000000000000';

describeOnEachDatabase('registering and editing an item', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const registerAs = async (
    login: Parameters<TestHub['signInAs']>[0],
    input: Record<string, unknown>,
  ) =>
    change(await hub.signInAs(login), 'registerRectificationItem', {
      areaId: AREA,
      title: '新问题',
      ...input,
    });
  const editAs = async (
    login: Parameters<TestHub['signInAs']>[0],
    input: Record<string, unknown>,
  ) => change(await hub.signInAs(login), 'editRectificationItem', input);
  const events = (subjectId: string) =>
    hub.db.event.findMany({
      where: { subjectId, type: { not: 'ROW_TAKEN_OVER' } },
      orderBy: { id: 'asc' },
    });
  const keyOf = (result: unknown) => textAt(result, 'id').split('_')[1]!;

  test('the inspection office registers an item with everything that hangs on it', async () => {
    const result = await registerAs('inspection-register', {
      title: '  公共场所标识陈旧  ',
      type: 'TIME_BOUND',
      dueOn: '2027-03-31',
      responsibleUnitId: `Organization_${unit('GF')}`,
      supportingUnitIds: [`Organization_${unit('TSG')}`, `Organization_${unit('TSG')}`],
      leadLeaderId: `Person_${person('leader-culture')}`,
      manifestations: ['标识褪色', '指引不清'],
    });
    expect(result).toMatchObject({
      __typename: 'RectificationItem',
      title: '公共场所标识陈旧',
      status: 'REGISTERED',
      dueOn: '2027-03-31',
      firstDueOn: '2027-03-31',
      version: 1,
    });
    const stored = await hub.db.rectificationItem.findUniqueOrThrow({
      where: { id: keyOf(result) },
      include: { supportingUnits: true, manifestations: true },
    });
    expect(stored.code).toBe(`MH-WL-2024-1.${stored.ordinal}`);
    expect(stored.supportingUnits).toHaveLength(1);
    expect(stored.manifestations.map(({ text }) => text)).toEqual(['标识褪色', '指引不清']);
    expect(await events(stored.id)).toMatchObject([
      {
        type: 'ITEM_REGISTERED',
        actorName: '巡察办登记人员',
        subjectVersion: 1,
      },
    ]);
  });

  test('ten registrations at once take ten ordinals', async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, () => registerAs('inspection-register', {})),
    );
    expect(new Set(results.map((result) => textAt(result, 'code'))).size).toBe(10);
  });

  test.each([
    ['a blank title', { title: '   ' }, 'title'],
    ['a title of a million characters', { title: '长'.repeat(600_000) }, 'title'],
    ['NUL in the title', { title: 'a\u0000b' }, 'title'],
    ['half a surrogate pair', { title: 'a\uD800b' }, 'title'],
    ['an ordinal of 0', { ordinal: 0 }, 'ordinal'],
    ['an ordinal that is taken', { ordinal: 1 }, 'ordinal'],
    ['an empty manifestation', { manifestations: [''] }, 'manifestations'],
  ])('%s is refused by field', async (_title, input, field) => {
    const before = await hub.db.rectificationItem.count();
    const result = await registerAs('inspection-register', input);
    expect(result).toMatchObject({ __typename: 'ValidationError', code: 'VALIDATION' });
    expect(at(result, 'fieldErrors.0.path.0')).toBe(field);
    expect(await hub.db.rectificationItem.count()).toBe(before);
  });

  test.each([
    ['an area that is missing', { areaId: `FindingArea_${MISSING}` }],
    ['an area by the id of another type', { areaId: `Person_${area(1)}` }],
    ['a leader that is missing', { leadLeaderId: `Person_${MISSING}` }],
    ['an empty id among the supporting units', { supportingUnitIds: [''] }],
    ['a supporting unit that is missing', { supportingUnitIds: [`Organization_${MISSING}`] }],
  ])('%s reads as not found, and nothing is written', async (_title, input) => {
    const before = [
      await hub.db.rectificationItem.count(),
      await hub.db.event.count(),
      await hub.db.idempotencyRecord.count(),
    ];
    expect(await registerAs('inspection-register', input)).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect([
      await hub.db.rectificationItem.count(),
      await hub.db.event.count(),
      await hub.db.idempotencyRecord.count(),
    ]).toEqual(before);
  });

  test('who sees the area but may not register is forbidden; who does not see it finds nothing', async () => {
    expect(await registerAs('party-affairs', {})).toMatchObject({ __typename: 'ForbiddenError' });
    const invisible = await registerAs('model-party-affairs', {});
    const missing = await registerAs('model-party-affairs', { areaId: `FindingArea_${MISSING}` });
    expect(invisible).toMatchObject({ __typename: 'NotFoundError' });
    expect(JSON.stringify(invisible)).toBe(JSON.stringify(missing));
  });

  test('a bureau cannot name people and units that it may not see', async () => {
    const { apiId } = await putItem(hub, 'ASSIGNED');
    for (const foreign of [
      { leadLeaderId: `Person_${person('model-leader')}` },
      { responsibleUnitId: `Organization_${unit('ZH')}` },
    ])
      expect(
        await editAs('party-affairs', { id: apiId, expectedVersion: 1, ...foreign }),
      ).toMatchObject({
        __typename: 'NotFoundError',
      });
  });

  test('an edit changes the fields given, keeps the others, and logs what differs', async () => {
    const before = await putItem(hub, 'ASSIGNED', { description: '原说明' });
    const { id, apiId } = before;
    const result = await editAs('party-affairs', {
      id: apiId,
      expectedVersion: 1,
      title: '改后的标题',
      dueOn: '2027-12-31',
      manifestations: ['甲'],
    });
    expect(result).toMatchObject({
      title: '改后的标题',
      dueOn: '2027-12-31',
      firstDueOn: '2027-06-30',
      version: 2,
    });
    expect(await hub.db.rectificationItem.findUniqueOrThrow({ where: { id } })).toMatchObject({
      description: '原说明',
    });
    const [event] = await events(id);
    expect(event).toMatchObject({ type: 'ITEM_EDITED', subjectVersion: 2 });
    expect(event).toMatchObject({
      before: { title: before.title, dueOn: '2027-06-30', version: 1 },
      after: { title: '改后的标题', dueOn: '2027-12-31', version: 2 },
    });
    expect(Object.keys(event?.before as object).sort()).toEqual(['dueOn', 'title', 'version']);
  });

  test('a stale version is a conflict that shows both values of what differs', async () => {
    const { id, apiId } = await putItem(hub, 'ASSIGNED');
    await editAs('party-affairs', {
      id: apiId,
      expectedVersion: 1,
      title: '甲的标题',
      dueOn: '2027-09-30',
    });
    const conflict = await editAs('inspection-register', {
      id: apiId,
      expectedVersion: 1,
      title: '乙的标题',
      dueOn: '2027-10-31',
      leadLeaderId: `Person_${person('leader-market')}`,
    });
    expect(conflict).toMatchObject({ __typename: 'ConflictError', currentVersion: 2 });
    expect(at(conflict, 'fields')).toEqual(
      expect.arrayContaining([
        { field: 'title', yours: '乙的标题', current: '甲的标题' },
        { field: 'dueOn', yours: '2027-10-31', current: '2027-09-30' },
        {
          field: 'leadLeaderId',
          yours: `Person_${person('leader-market')}`,
          current: `Person_${person('leader-culture')}`,
        },
      ]),
    );
    expect(await hub.db.rectificationItem.findUniqueOrThrow({ where: { id } })).toMatchObject({
      title: '甲的标题',
      version: 2,
    });
    expect(await events(id)).toHaveLength(1);
  });

  test('of two edits at once against one version, one wins and one is told so', async () => {
    const { apiId } = await putItem(hub, 'IN_PROGRESS');
    const results = await Promise.all(
      ['甲', '乙'].map((title) =>
        editAs('party-affairs', { id: apiId, expectedVersion: 1, title }),
      ),
    );
    expect(results.map((result) => textAt(result, '__typename')).sort()).toEqual([
      'ConflictError',
      'RectificationItem',
    ]);
  });

  test('the due date first set survives every edit, clearing included', async () => {
    const { id, apiId } = await putItem(hub, 'IN_PROGRESS');
    const cleared = await editAs('party-affairs', { id: apiId, expectedVersion: 1, dueOn: null });
    expect(cleared).toMatchObject({ __typename: 'ValidationError' });
    expect(at(cleared, 'fieldErrors.0.path')).toEqual(['dueOn']);
    const stored = await hub.db.rectificationItem.findUniqueOrThrow({ where: { id } });
    expect(stored.firstDueOn?.toISOString().slice(0, 10)).toBe('2027-06-30');
  });

  test('an edit is forbidden to readers, not found to others, and refused once handed in', async () => {
    const [open, submitted] = [await putItem(hub, 'IN_PROGRESS'), await putItem(hub, 'SUBMITTED')];
    const edit = { id: open.apiId, expectedVersion: 1, title: 'x' };
    expect(await editAs('contact-public-services', edit)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await editAs('viewer', edit)).toMatchObject({ __typename: 'ForbiddenError' });
    const invisible = await editAs('contact-library', edit);
    for (const id of [`RectificationItem_${MISSING}`, `Person_${open.id}`, '', 'nonsense'])
      expect(JSON.stringify(await editAs('contact-library', { ...edit, id }))).toBe(
        JSON.stringify(invisible),
      );
    expect(await editAs('party-affairs', { ...edit, id: submitted.apiId })).toMatchObject({
      __typename: 'TransitionError',
      rule: 'item-open',
    });
    expect(numberAt(await editAs('party-affairs', edit), 'version')).toBe(2);
  });
});
