import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { importText, noticeOf } from './harness/import-notice.ts';
import { person, putItem, unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, textAt } from './harness/read.ts';
import { rights, versionOf } from './harness/rights.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const LEFT = `Organization_${unit('JC')}`;
const STATE = `query ($id: ID!) { node(id: $id) { ... on Organization {
  isDisabled disabledAt allowedActions { action allowed reason }
} } }`;

describeOnEachDatabase('a disabled organization', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const step = async (mutation: string, login: 'admin' | 'party-affairs' = 'admin', more = {}) =>
    rights(await hub.signInAs(login), mutation, {
      id: LEFT,
      expectedVersion: await versionOf(hub.automation, LEFT),
      ...more,
    });
  const disable = (disabledAt: Date | null) =>
    changeRow(hub, 'Organization', unit('JC'), { disabledAt });

  test('is disabled and enabled by the administrator of its place alone, and the log tells why', async () => {
    const forbidden = await step('disableOrganization', 'party-affairs');
    expect(at(forbidden, 'code')).toBe('FORBIDDEN');
    const disabled = await step('disableOrganization', 'admin', { reason: '机构撤并' });
    expect(at(disabled, '__typename')).toBe('Organization');
    const { data } = await (await hub.signInAs('admin')).query(STATE, { id: LEFT });
    expect(at(data, 'node')).toMatchObject({
      isDisabled: true,
      disabledAt: expect.any(String) as string,
      allowedActions: [
        { action: 'disableOrganization', allowed: false },
        { action: 'enableOrganization', allowed: true, reason: null },
        { action: 'moveOrganization', allowed: true, reason: null },
      ],
    });
    expect(at(await step('disableOrganization'), 'code')).toBe('TRANSITION');
    expect(at(await step('enableOrganization'), '__typename')).toBe('Organization');
    const events = await hub.db.event.findMany({
      where: {
        subjectId: unit('JC'),
        type: { in: ['ORGANIZATION_DISABLED', 'ORGANIZATION_ENABLED'] },
      },
      orderBy: { id: 'asc' },
    });
    expect(events).toMatchObject([
      { reason: '机构撤并', before: { disabledAt: null }, actorPersonId: person('admin') },
      { reason: null, after: { disabledAt: null } },
    ]);
  });

  test.each<[string, () => Promise<[mutation: string, input: Record<string, unknown>]>]>([
    [
      'to carry out an item',
      async () => {
        const { apiId, version } = await putItem(hub, 'IN_PROGRESS');
        const input = { id: apiId, expectedVersion: version, responsibleUnitId: LEFT };
        return ['editRectificationItem', input];
      },
    ],
    [
      'to support an item',
      async () => {
        const { apiId, version } = await putItem(hub, 'IN_PROGRESS');
        const input = { id: apiId, expectedVersion: version, supportingUnitIds: [LEFT] };
        return ['editRectificationItem', input];
      },
    ],
    [
      'to carry out a measure',
      async () => {
        const { apiId } = await putItem(hub, 'IN_PROGRESS');
        return ['addMeasure', { itemId: apiId, text: '措施', responsibleUnitId: LEFT }];
      },
    ],
    [
      'to keep a document',
      () =>
        Promise.resolve([
          'addInstitutionalDocument',
          {
            title: '新制度',
            responsibleUnitId: LEFT,
            organizationId: `Organization_${unit('WL')}`,
          },
        ]),
    ],
    [
      'to hold a training',
      () =>
        Promise.resolve([
          'planTraining',
          {
            kind: 'TRAINING',
            topic: '培训',
            direction: 'HELD',
            plannedOn: '2030-01-01',
            organizationId: `Organization_${unit('WL')}`,
            responsibleUnitId: LEFT,
          },
        ]),
    ],
    [
      'as present at a session',
      () =>
        Promise.resolve([
          'recordTraining',
          {
            kind: 'TRAINING',
            direction: 'HELD',
            topic: '培训',
            organizationId: `Organization_${unit('WL')}`,
            sessions: [{ heldOn: '2026-03-02', attendance: [{ unitId: LEFT, headcount: 3 }] }],
          },
        ]),
    ],
    [
      'above a new one',
      () =>
        Promise.resolve([
          'addOrganization',
          { code: 'NEW-1', name: '新科室', kind: 'UNIT', parentId: LEFT },
        ]),
    ],
    [
      'as where somebody works',
      () =>
        Promise.resolve([
          'addPerson',
          {
            displayName: '新联络员',
            organizationId: LEFT,
            loginName: 'new-contact',
            password: 'a long enough word for it',
          },
        ]),
    ],
    [
      'as the place of a role',
      async () => {
        const id = `Person_${person('contact-library')}`;
        const expectedVersion = await versionOf(hub.automation, id);
        return [
          'grantRole',
          { id, expectedVersion, role: 'SECTION_CONTACT', organizationId: LEFT },
        ];
      },
    ],
  ])('cannot newly be named %s', async (_title, prepare) => {
    await disable(new Date());
    const [mutation, input] = await prepare();
    const run = /Organization|Person|Role/.test(mutation) ? rights : change;
    const answer = await run(hub.automation, mutation, input);
    await disable(null);
    expect(answer).toMatchObject({ code: 'TRANSITION', rule: 'organization-enabled' });
    expect(textAt(answer, 'message')).toMatch(/已停用.* \/ .*disabled/);
  });

  test('gets no first round by an import, while one that it has is imported on', async () => {
    const text = noticeOf(1, '区丙丁局');
    const first = await importText(hub.automation, text);
    expect(first).toMatchObject({ act: { status: 'DONE' } });
    const { id } = await hub.db.organization.findFirstOrThrow({ where: { name: '区丙丁局' } });
    await changeRow(hub, 'Organization', id, { disabledAt: new Date() });
    const again = await importText(hub.automation, text);
    expect(at(again, '__typename')).not.toBe('TransitionError');
    await changeRow(hub, 'Organization', unit('JC'), { disabledAt: new Date() });
    const refused = await importText(hub.automation, noticeOf(1, '区戊己局'), {
      organizationCode: 'MH-WL-JC',
    });
    await disable(null);
    expect(refused).toMatchObject({ code: 'TRANSITION', rule: 'organization-enabled' });
  });

  test('that is named already stays, is shown as such, and holds up no edit', async () => {
    const item = await putItem(hub, 'IN_PROGRESS', { responsibleUnitId: unit('JC') });
    await disable(new Date());
    const edited = await change(hub.automation, 'editRectificationItem', {
      id: item.apiId,
      expectedVersion: item.version,
      title: '改了题目',
      responsibleUnitId: LEFT,
    });
    const { data } = await hub.automation.query(
      'query ($id: ID!) { node(id: $id) { ... on RectificationItem { responsibleUnit { id isDisabled } } } }',
      { id: item.apiId },
    );
    await disable(null);
    expect(edited).toMatchObject({ __typename: 'RectificationItem' });
    expect(at(data, 'node.responsibleUnit')).toEqual({ id: LEFT, isDisabled: true });
  });
});
