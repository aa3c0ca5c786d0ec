import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonKey } from '@taizhang/demo';
import { demoItem, person, putItem, unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, textAt } from './harness/read.ts';
import type { Client } from './harness/client.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** Runs a change of any type of record. */
async function change(client: Client, mutation: string, input: Record<string, unknown>) {
  const document = `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
    result: ${mutation}(input: $input) {
      __typename ... on Node { id } ... on Error { code message }
      ... on ValidationError { fieldErrors { path } } ... on TransitionError { rule }
    } }`;
  const answer = await client.query(document, {
    input: { idempotencyKey: randomUUID(), ...input },
  });
  expect(answer.errors).toBeUndefined();
  return at(answer.data, 'result');
}

const personId = (key: PersonKey) => `Person_${person(key)}`;

describeOnEachDatabase('who and what is named', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  describe('somebody disabled', () => {
    const LEFT: PersonKey = 'contact-theatre';
    beforeAll(() => disable(new Date()));
    afterAll(() => disable(null));
    const disable = (disabledAt: Date | null) =>
      changeRow(hub, 'Person', person(LEFT), { disabledAt });

    test.each<[string, () => Promise<[mutation: string, input: Record<string, unknown>]>]>([
      [
        'to lead an item',
        async () => {
          const { apiId, version } = await putItem(hub, 'REGISTERED');
          const input = { id: apiId, expectedVersion: version, leadLeaderId: personId(LEFT) };
          return ['assignRectificationItem', input];
        },
      ],
      [
        'in an edited item',
        async () => {
          const { apiId, version } = await putItem(hub, 'IN_PROGRESS');
          const input = { primaryResponsiblePersonId: personId(LEFT) };
          return ['editRectificationItem', { id: apiId, expectedVersion: version, ...input }];
        },
      ],
      [
        'to own a measure',
        async () => {
          const { apiId } = await putItem(hub, 'IN_PROGRESS');
          return ['addMeasure', { itemId: apiId, text: '措施', ownerId: personId(LEFT) }];
        },
      ],
      [
        'in the leading group',
        async () => {
          const round = await hub.db.inspectionRound.findUniqueOrThrow({
            where: { code: 'MH-WL-2024' },
          });
          const input = {
            expectedVersion: round.version,
            personId: personId(LEFT),
            post: 'MEMBER',
          };
          return ['addLeadingGroupMember', { id: `InspectionRound_${round.id}`, ...input }];
        },
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
              sessions: [{ heldOn: '2026-03-02', attendance: [{ personId: personId(LEFT) }] }],
            },
          ]),
      ],
    ])('cannot newly be named %s', async (_title, prepare) => {
      const [mutation, input] = await prepare();
      const answer = await change(hub.automation, mutation, input);
      expect(answer).toMatchObject({ code: 'TRANSITION', rule: 'person-enabled' });
      expect(textAt(answer, 'message')).toMatch(/已停用.* \/ .*disabled/);
    });

    test('who is named already stays, is shown as such, and holds up no edit', async () => {
      const item = await putItem(hub, 'IN_PROGRESS', { leadLeaderId: person(LEFT) });
      const edited = await change(hub.automation, 'editRectificationItem', {
        id: item.apiId,
        expectedVersion: item.version,
        title: '改了题目',
        leadLeaderId: personId(LEFT),
      });
      expect(edited).toMatchObject({ __typename: 'RectificationItem' });
      const document = `query ($id: ID!) { node(id: $id) { ... on RectificationItem { leadLeader { id isDisabled } } } }`;
      const { data } = await hub.automation.query(document, { id: item.apiId });
      expect(at(data, 'node.leadLeader')).toEqual({ id: personId(LEFT), isDisabled: true });
      const other = { id: `RectificationItem_${demoItem('1.1')}` };
      const shown = await hub.automation.query(document, other);
      expect(at(shown.data, 'node.leadLeader.isDisabled')).toBe(false);
    });
  });

  describe('a name that a sibling has', () => {
    const addUnit = (code: string, name: string, parent: 'WL' | 'SF' = 'WL') =>
      change(hub.automation, 'addOrganization', {
        code,
        name,
        kind: 'UNIT',
        parentId: `Organization_${unit(parent)}`,
      });
    const refused = { code: 'VALIDATION', fieldErrors: [{ path: ['name'] }] };

    test('is refused to an organization, whatever its width, and free elsewhere', async () => {
      expect(await addUnit('MH-WL-A1', '综合科 A')).toMatchObject({
        id: expect.stringMatching(/^Organization_/) as unknown,
      });
      expect(await addUnit('MH-WL-A2', '综合科Ａ')).toMatchObject(refused);
      expect(await addUnit('MH-SF-A1', '综合科A', 'SF')).toMatchObject({
        id: expect.stringMatching(/^Organization_/) as unknown,
      });
    });

    test('is refused to one that is renamed; its own it keeps', async () => {
      const one = await addUnit('MH-WL-B1', '财务科');
      await addUnit('MH-WL-B2', '审计科');
      const rename = (name: string) =>
        change(hub.automation, 'editOrganization', {
          id: textAt(one, 'id'),
          expectedVersion: 1,
          name,
        });
      expect(await rename('审计科')).toMatchObject(refused);
      expect(await rename('财务科')).toMatchObject({ id: textAt(one, 'id') });
    });

    test('goes to one of two that ask at once', async () => {
      const answers = await Promise.all([
        addUnit('MH-WL-C1', '信息科'),
        addUnit('MH-WL-C2', '信息科'),
      ]);
      expect(answers.filter((answer) => at(answer, 'fieldErrors'))).toHaveLength(1);
    });

    test('is refused to an area of the same round', async () => {
      const round = await hub.db.inspectionRound.findUniqueOrThrow({
        where: { code: 'MH-WL-2024' },
        include: { areas: true },
      });
      const add = (title: string) =>
        change(hub.automation, 'addFindingArea', {
          id: `InspectionRound_${round.id}`,
          expectedVersion: round.version,
          title,
        });
      expect(await add(` ${round.areas[0]!.title}\n`)).toMatchObject({
        code: 'VALIDATION',
        fieldErrors: [{ path: ['title'] }],
      });
      expect(at(await add('另一方面'), 'fieldErrors')).toBeUndefined();
    });
  });
});
