import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, putItem } from './harness/ledger.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const EXTENSION = `ExtensionRequest { id status version previousDueOn requestedDueOn decisionReason
  decidedBy { displayName } item { dueOn firstDueOn version }
  allowedActions { action allowed reason } }`;

describeOnEachDatabase('a request for more time', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, mutation: string, input: Record<string, unknown>) =>
    runMutation(await hub.signInAs(login), mutation, input, EXTENSION);
  const ask = (itemId: string, requestedDueOn = '2027-09-30') =>
    run('contact-public-services', 'requestExtension', {
      itemId,
      requestedDueOn,
      reason: '需与市级规划同步',
    });
  const decide = (login: PersonKey, action: string, id: unknown, reason?: string) =>
    run(login, action, { id, expectedVersion: 1, ...(reason && { reason }) });

  test('that is granted moves the due date and keeps the first one', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    const asked = await ask(item.apiId);
    expect(asked).toMatchObject({
      status: 'REQUESTED',
      previousDueOn: '2027-06-30',
      item: { dueOn: '2027-06-30', version: 1 },
    });
    expect(await decide('secretary', 'grantExtension', at(asked, 'id'))).toMatchObject({
      status: 'GRANTED',
      version: 2,
      decidedBy: { displayName: '局党组书记' },
      item: { dueOn: '2027-09-30', firstDueOn: '2027-06-30', version: 2 },
    });
    const events = await hub.db.event.findMany({
      where: { itemId: item.id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type, subjectVersion }) => [type, subjectVersion])).toEqual([
      ['EXTENSION_REQUESTED', 1],
      ['EXTENSION_GRANTED', 2],
      ['ITEM_EDITED', 2],
    ]);
    expect(events[2]).toMatchObject({
      before: { dueOn: '2027-06-30' },
      after: { dueOn: '2027-09-30' },
    });
  });

  test('that is refused needs a reason and leaves the date', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    const id = at(await ask(item.apiId), 'id');
    expect(await decide('secretary', 'refuseExtension', id, ' ')).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['reason'] }],
    });
    expect(await decide('secretary', 'refuseExtension', id, '理由不充分')).toMatchObject({
      status: 'REFUSED',
      decisionReason: '理由不充分',
      item: { dueOn: '2027-06-30', version: 1 },
    });
    expect(await decide('secretary', 'grantExtension', id)).toMatchObject({ rule: 'status' });
    // A decided request makes room for the next.
    expect(await ask(item.apiId, '2027-08-01')).toMatchObject({ status: 'REQUESTED' });
  });

  test.each([
    ['on the present date', '2027-06-30'],
    ['before it', '2027-06-29'],
  ])('for a date %s is refused', async (_title, day) => {
    const item = await putItem(hub, 'IN_PROGRESS');
    expect(await ask(item.apiId, day)).toMatchObject({
      __typename: 'TransitionError',
      rule: 'extension-is-later',
    });
    expect(await hub.db.extensionRequest.count({ where: { itemId: item.id } })).toBe(0);
  });

  test('is one at a time, also of twenty at once', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(item.apiId)));
    expect(answers.filter((answer) => at(answer, 'status') === 'REQUESTED')).toHaveLength(1);
    expect(answers.filter((answer) => at(answer, 'rule') === 'one-open-extension')).toHaveLength(
      19,
    );
    await expect(
      putRows(hub, ({ create }) =>
        create(prepared('ExtensionRequest'), {
          itemId: item.id,
          requestedById: person('party-affairs'),
          previousDueOn: new Date('2027-06-30'),
          requestedDueOn: new Date('2027-07-30'),
          reason: '重复',
        }),
      ),
    ).rejects.toThrow(/Unique constraint/);
  });

  test('is not decided by who asked, though the role would allow it', async () => {
    const secretary = await hub.db.person.findUniqueOrThrow({ where: { id: person('secretary') } });
    const item = await putItem(hub, 'IN_PROGRESS');
    const request = await putRows(hub, ({ create }) =>
      create(prepared('ExtensionRequest'), {
        itemId: item.id,
        requestedById: secretary.id,
        previousDueOn: new Date('2027-06-30'),
        requestedDueOn: new Date('2027-07-30'),
        reason: '书记自提',
      }),
    );
    const id = `ExtensionRequest_${request.id}`;
    for (const action of ['grantExtension', 'refuseExtension'])
      expect(await decide('secretary', action, id, '同意')).toMatchObject({ rule: 'four-eyes' });
    const other = await decide('inspection-verify', 'grantExtension', id);
    expect(other).toMatchObject({ status: 'GRANTED' });
  });

  test.each([
    ['CLOSED', {}, 'item-open'],
    ['LONG_TERM', {}, 'item-open'],
    ['IN_PROGRESS', { dueOn: null, firstDueOn: null }, 'has-due-date'],
  ] as const)('for an item that is %s %j is refused by %s', async (status, fields, rule) => {
    const item = await putItem(hub, status, fields);
    expect(await ask(item.apiId)).toMatchObject({ rule });
  });

  test('is for the roles that ask and decide, and says so beforehand', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    for (const login of ['viewer', 'secretary', 'inspection-verify'] as const)
      expect(
        await run(login, 'requestExtension', {
          itemId: item.apiId,
          requestedDueOn: '2027-09-30',
          reason: '代申请',
        }),
      ).toMatchObject({ __typename: 'ForbiddenError' });
    const asked = await ask(item.apiId);
    expect(listAt(asked, 'allowedActions').map((action) => at(action, 'allowed'))).toEqual([
      false,
      false,
    ]);
    expect(await decide('party-affairs', 'grantExtension', at(asked, 'id'))).toMatchObject({
      __typename: 'ForbiddenError',
    });
    // Of an item out of sight, the request reads as one that does not exist.
    const hidden = await decide('contact-finance', 'grantExtension', at(asked, 'id'));
    const missing = await decide(
      'contact-finance',
      'grantExtension',
      'ExtensionRequest_00000000-0000-7000-8000-000000000000',
    );
    expect(hidden).toEqual(missing);
    expect(textAt(hidden, '__typename')).toBe('NotFoundError');
  });

  test('is the only way to a later date once the plan is approved', async () => {
    const edit = async (status: 'ASSIGNED' | 'PLANNED', dueOn: string) => {
      const item = await putItem(hub, status);
      return runMutation(
        await hub.signInAs('party-affairs'),
        'editRectificationItem',
        { id: item.apiId, expectedVersion: 1, dueOn },
        'RectificationItem { dueOn }',
      );
    };
    expect(await edit('PLANNED', '2027-07-01')).toMatchObject({ rule: 'extension-moves-due-date' });
    expect(await edit('PLANNED', '2027-06-01')).toMatchObject({ dueOn: '2027-06-01' });
    expect(await edit('ASSIGNED', '2027-07-01')).toMatchObject({ dueOn: '2027-07-01' });
  });
});
