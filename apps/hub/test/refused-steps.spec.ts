import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import type { EvidenceStatus, ItemStatus, MeasureStatus } from '@taizhang/platform';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { ITEM_LIFE_CYCLE, MEASURE_LIFE_CYCLE } from '@taizhang/rectification/rules';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { person, putEvidence, putItem, putMeasure, unit } from './harness/ledger.ts';
import { prepared, putRows, removeRow } from './harness/put-rows.ts';
import { textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** Somebody whose role has each permission, so that only the rule can refuse. */
const WHO: Record<string, PersonKey> = {
  'item:assign': 'party-affairs',
  'item:plan': 'party-affairs',
  'item:carry-out': 'contact-public-services',
  'item:submit': 'party-affairs',
  'item:sign': 'leader-culture',
  'item:verify': 'inspection-verify',
  'item:register': 'inspection-register',
  'measure:approve': 'leader-culture',
  'measure:carry-out': 'contact-public-services',
  'measure:accept': 'party-affairs',
  'measure:plan': 'party-affairs',
};
const REASONED = { reason: '原因' };

describeOnEachDatabase('a step that a rule refuses', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const inputOf = (action: string) => ({
    ...(action === 'submitMeasure' ? { progress: '已做' } : REASONED),
    ...(action === 'assignRectificationItem' && {
      leadLeaderId: `Person_${person('leader-culture')}`,
    }),
    ...(action === 'holdRectificationItemLongTerm' && { reviewOn: '2027-12-31' }),
  });

  test.each(ITEM_LIFE_CYCLE.everyStatus.map((status) => [status]))(
    'no step out of order leaves an item that is %s',
    async (status: ItemStatus) => {
      const item = await putItem(hub, status, { evidence: 'ACCEPTED' });
      for (const action of ITEM_LIFE_CYCLE.actions.filter(
        (name) => !ITEM_LIFE_CYCLE.steps[name].from.includes(status),
      )) {
        const client = await hub.signInAs(WHO[ITEM_LIFE_CYCLE.steps[action].permission!]!);
        expect([
          action,
          await change(client, action, { id: item.apiId, expectedVersion: 1, ...inputOf(action) }),
        ]).toMatchObject([action, { __typename: 'TransitionError', rule: 'status' }]);
      }
      expect(await hub.db.rectificationItem.findUnique({ where: { id: item.id } })).toMatchObject({
        status,
        version: 1,
      });
      expect(await hub.db.event.count({ where: { itemId: item.id } })).toBe(0);
    },
  );

  test.each(
    MEASURE_LIFE_CYCLE.everyStatus
      .filter((status) => status !== 'CANCELLED')
      .map((status) => [status]),
  )('no step out of order leaves a measure that is %s', async (status: MeasureStatus) => {
    const item = await putItem(hub, 'IN_PROGRESS', { measure: status });
    const other = await putMeasure(hub, item.id, 'APPROVED');
    for (const action of MEASURE_LIFE_CYCLE.actions.filter(
      (name) => !MEASURE_LIFE_CYCLE.steps[name].from.includes(status),
    )) {
      const client = await hub.signInAs(WHO[MEASURE_LIFE_CYCLE.steps[action].permission!]!);
      const result = await change(client, action, {
        id: item.measure!.apiId,
        expectedVersion: 1,
        ...inputOf(action),
        ...(action === 'cancelMeasure' && { replacedById: other.apiId }),
      });
      expect([action, result]).toMatchObject([
        action,
        { __typename: 'TransitionError', rule: 'status' },
      ]);
    }
  });

  test.each<
    [
      string,
      string,
      ItemStatus,
      { measure?: MeasureStatus | null; evidence?: EvidenceStatus },
      string,
    ]
  >([
    [
      'planning without a measure',
      'planRectificationItem',
      'ASSIGNED',
      { measure: null },
      'item-has-measures',
    ],
    [
      'planning with a measure not approved',
      'planRectificationItem',
      'ASSIGNED',
      { measure: 'DRAFT' },
      'measures-are-approved',
    ],
    [
      'submitting with a measure not accepted',
      'submitRectificationItem',
      'IN_PROGRESS',
      { measure: 'SUBMITTED' },
      'measures-are-accepted',
    ],
    [
      'submitting without a measure',
      'submitRectificationItem',
      'IN_PROGRESS',
      { measure: null },
      'item-has-measures',
    ],
    ['closing without evidence', 'closeRectificationItem', 'VERIFYING', {}, 'closure-has-evidence'],
    [
      'closing with rejected evidence',
      'closeRectificationItem',
      'VERIFYING',
      { evidence: 'REJECTED' },
      'closure-has-evidence',
    ],
    [
      'closing with undecided evidence',
      'closeRectificationItem',
      'VERIFYING',
      { evidence: 'PENDING' },
      'closure-has-evidence',
    ],
  ])('%s names its rule', async (_title, action, status, parts, rule) => {
    const item = await putItem(hub, status, parts);
    const client = await hub.signInAs(
      WHO[ITEM_LIFE_CYCLE.steps[action as 'planRectificationItem'].permission!]!,
    );
    const result = await change(client, action, { id: item.apiId, expectedVersion: 1 });
    expect(result).toMatchObject({ __typename: 'TransitionError', rule });
  });

  test('a leader signs only the items they lead', async () => {
    const { apiId } = await putItem(hub, 'SUBMITTED');
    const other = await hub.signInAs('leader-market');
    expect(
      await change(other, 'signRectificationItem', { id: apiId, expectedVersion: 1 }),
    ).toMatchObject({ __typename: 'ForbiddenError' });
  });

  test('a measure cannot replace itself, nor one of another item', async () => {
    const [item, foreign] = [await putItem(hub, 'IN_PROGRESS'), await putItem(hub, 'IN_PROGRESS')];
    const client = await hub.signInAs('party-affairs');
    for (const replacedById of [
      item.measure!.apiId,
      foreign.measure!.apiId,
      `CorrectiveMeasure_${randomUUID()}`,
    ])
      expect(
        await change(client, 'cancelMeasure', {
          id: item.measure!.apiId,
          expectedVersion: 1,
          replacedById,
          ...REASONED,
        }),
      ).toMatchObject({ __typename: 'NotFoundError' });
  });

  describe('four eyes', () => {
    /** Gives a demo person every role for one test. */
    const asEveryRole = async (login: PersonKey, run: () => Promise<void>) => {
      const roles = ['PARTY_AFFAIRS', 'INSPECTION_OFFICE'] as const;
      const data = roles.map((role) => ({
        personId: person(login),
        role,
        organizationId: unit('MH'),
      }));
      const held = await putRows(hub, ({ createMany }) =>
        createMany(prepared('RoleAssignment'), data),
      );
      await run();
      for (const { id } of held) await removeRow(hub, 'RoleAssignment', id);
    };

    test('who submitted a measure neither accepts nor returns it', async () => {
      const item = await putItem(hub, 'IN_PROGRESS', { measure: 'SUBMITTED' });
      await asEveryRole('contact-public-services', async () => {
        const client = await hub.signInAs('contact-public-services');
        for (const action of ['acceptMeasure', 'returnMeasure'])
          expect(
            await change(client, action, {
              id: item.measure!.apiId,
              expectedVersion: 1,
              ...REASONED,
            }),
          ).toMatchObject({ rule: 'four-eyes' });
      });
    });

    test('who uploaded evidence does not decide on it', async () => {
      const item = await putItem(hub, 'IN_PROGRESS');
      const { apiId } = await putEvidence(hub, item.id, 'PENDING');
      await asEveryRole('contact-public-services', async () => {
        const client = await hub.signInAs('contact-public-services');
        for (const action of ['acceptEvidence', 'rejectEvidence'])
          expect(
            await change(client, action, { id: apiId, expectedVersion: 1, ...REASONED }),
          ).toMatchObject({ rule: 'four-eyes' });
      });
    });

    test('who submitted an item neither verifies nor closes it', async () => {
      const [signed, verifying] = [
        await putItem(hub, 'LEADER_SIGNED'),
        await putItem(hub, 'VERIFYING', { evidence: 'ACCEPTED' }),
      ];
      await asEveryRole('party-affairs', async () => {
        const client = await hub.signInAs('party-affairs');
        for (const [action, { apiId }] of [
          ['verifyRectificationItem', signed],
          ['closeRectificationItem', verifying],
        ] as const)
          expect(await change(client, action, { id: apiId, expectedVersion: 1 })).toMatchObject({
            rule: 'four-eyes',
          });
      });
    });

    test('another system takes no step that needs a person', async () => {
      const item = await putItem(hub, 'VERIFYING', { evidence: 'ACCEPTED' });
      const open = await putItem(hub, 'IN_PROGRESS', { measure: 'IN_PROGRESS' });
      const close = await change(hub.automation, 'closeRectificationItem', {
        id: item.apiId,
        expectedVersion: 1,
      });
      const submit = await change(hub.automation, 'submitMeasure', {
        id: open.measure!.apiId,
        expectedVersion: 1,
        progress: '做完',
      });
      expect([textAt(close, 'rule'), textAt(submit, 'rule')]).toEqual([
        'four-eyes',
        'a-person-submits',
      ]);
    });
  });
});
