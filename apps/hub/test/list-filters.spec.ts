import { randomUUID } from 'node:crypto';
import { fieldConditions, type FieldDescription } from '@taizhang/platform/rules';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { FILTERED_FIELDS } from '@taizhang/rectification/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoItem, putItem } from './harness/ledger.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const COUNT =
  'query ($filter: RectificationItemFilter) { list: rectificationItems(filter: $filter) { totalCount } }';

describeOnEachDatabase('filters and lookups', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    await putItem(hub, 'REGISTERED', { title: '筛选' });
  });
  afterAll(() => hub.stop());

  const ask = (filter: unknown) => hub.automation.query(COUNT, { filter });
  const count = async (filter: object) => {
    const { data, errors } = await ask(filter);
    expect([filter, errors]).toEqual([filter, undefined]);
    return numberAt(data, 'list.totalCount');
  };
  const nested = (depth: number): object =>
    depth ? { not: nested(depth - 1) } : { hasLeadLeader: true };

  test.each<[object | null, string]>([
    [null, 'filter'],
    [{ leadLeaderId: null }, 'filter.leadLeaderId'],
    [{ leadLeaderId: [''] }, 'filter.leadLeaderId'],
    [{ leadLeaderId: [] }, 'filter.leadLeaderId'],
    [{ status: null }, 'filter.status'],
    [{ status: [] }, 'filter.status'],
    [{ overdue: null }, 'filter.overdue'],
    [{ text: '' }, 'filter.text'],
    [{ text: '　' }, 'filter.text'],
    [{ or: [{ dueFrom: null }] }, 'filter.or.0.dueFrom'],
    [{ not: null }, 'filter.not'],
    [nested(5), 'filter.not.not.not.not.not'],
    [{ and: Array.from({ length: 60 }, () => ({ overdue: true })) }, 'filter.and.49.overdue'],
  ])('%j asks for nothing, and is an error that names %s', async (filter, argument) => {
    const { data, errors } = await ask(filter);
    expect(data).toEqual({ list: null });
    expect(at(errors, '0.extensions')).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  test('and, or and not put conditions together', async () => {
    const all = await count({});
    const led = await count({ hasLeadLeader: true });
    expect(await count({ not: { hasLeadLeader: true } })).toBe(all - led);
    expect(await count({ or: [{ hasLeadLeader: true }, { hasLeadLeader: false }] })).toBe(all);
    expect(await count({ and: [{ hasLeadLeader: true }, { hasLeadLeader: false }] })).toBe(0);
    const closed = await count({ status: ['CLOSED'] });
    const active = await count({ status: ['IN_PROGRESS'] });
    expect(await count({ status: ['CLOSED', 'IN_PROGRESS'] })).toBe(closed + active);
  });

  test('changedSince finds what changed since', async () => {
    const changedSince = new Date(Date.now() + 3_600_000).toISOString();
    expect(await count({ changedSince })).toBe(0);
    expect(await count({ changedSince: '2000-01-01T00:00:00Z' })).toBe(await count({}));
  });

  test('a record is found by its code and by another system’s key, within sight only', async () => {
    await putRows(hub, ({ create }) =>
      create(prepared('ExternalRef'), {
        subjectType: 'RectificationItem',
        subjectId: demoItem('1.1'),
        system: 'oa',
        key: 'A-1',
      }),
    );
    const document = `{
      byCode: rectificationItem(code: "MH-WL-2024-1.1") { id externalRefs { system key } externalRef(system: "oa") { key } }
      byKey: rectificationItem(externalRef: { system: "oa", key: "A-1" }) { code }
      missing: rectificationItem(externalRef: { system: "oa", key: "A-2" }) { code }
      round: inspectionRound(code: "MH-WL-2024") { code }
      none: rectificationItem { code }
    }`;
    const { data, errors } = await hub.automation.query(document);
    expect(data).toEqual({
      byCode: {
        id: `RectificationItem_${demoItem('1.1')}`,
        externalRefs: [{ system: 'oa', key: 'A-1' }],
        externalRef: { key: 'A-1' },
      },
      byKey: { code: 'MH-WL-2024-1.1' },
      missing: null,
      round: { code: 'MH-WL-2024' },
      none: null,
    });
    expect(errors).toHaveLength(1);
    const other = await (await hub.signInAs('model-leader')).query(document);
    expect(at(other.data, 'byCode')).toBeNull();
    expect(at(other.data, 'byKey')).toBeNull();
  });

  test('nodes answer in the order of their ids, with null for what is not in sight', async () => {
    const item = `RectificationItem_${demoItem('1.1')}`;
    const read = await hub.automation.query(
      'query ($id: ID!) { node(id: $id) { ... on RectificationItem { history(first: 1) { nodes { id } } } } }',
      { id: item },
    );
    const event = textAt(read.data, 'node.history.nodes.0.id');
    const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = [event, 'nonsense', item, `RectificationItem_${randomUUID()}`, 'Event_999999999'];
    const { data } = await hub.automation.query(NODES, { ids });
    expect(at(data, 'nodes')).toEqual([{ id: event }, null, { id: item }, null, null]);
    const hidden = await (await hub.signInAs('model-leader')).query(NODES, { ids });
    expect(at(hidden.data, 'nodes')).toEqual([null, null, null, null, null]);
    const many = Array.from({ length: 101 }, () => item);
    const refused = await hub.automation.query(NODES, { ids: many });
    expect(at(refused.errors, '0.extensions.code')).toBe('BAD_USER_INPUT');
  });

  test.each(fieldConditions(FILTERED_FIELDS).map((one) => [one.name, one] as const))(
    '%s follows from its field, and finds what its rows say',
    async (name, { key, kind: condition, field }) => {
      // Three items of one title: one says the first value, one the second, one nothing.
      const title = `字段筛选 ${name}`;
      const [low, high] = valuesOf(field);
      for (const value of [low, high, null])
        await putItem(hub, 'REGISTERED', { title, [key]: value });
      const found = (given: unknown) => count({ and: [{ text: title }, { [name]: given }] });
      switch (condition) {
        case 'CONTAINS':
          return expect([await found('甲'), await found('乙'), await found('丙')]).toEqual([
            1, 1, 0,
          ]);
        case 'ONE_OF':
          return expect([await found([low]), await found([low, high])]).toEqual([1, 2]);
        case 'IS':
          return expect([await found(true), await found(false)]).toEqual([1, 2]);
        case 'FROM':
          return expect([await found(100), await found(101), await found(201)]).toEqual([2, 1, 0]);
        case 'TO':
          return expect([await found(99), await found(100), await found(200)]).toEqual([0, 1, 2]);
        case 'HAS':
          return expect([await found(true), await found(false)]).toEqual([2, 1]);
      }
    },
  );

  test('a list that fails leaves the others as they are', async () => {
    const { data, errors } = await hub.automation.query(
      '{ bad: rectificationItems(first: -1) { totalCount } good: rectificationItems(first: 0) { totalCount } }',
    );
    expect(at(data, 'bad')).toBeNull();
    expect(numberAt(data, 'good.totalCount')).toBeGreaterThan(0);
    expect(at(errors, '0.path')).toEqual(['bad']);
  });
});

/** Two values of a field, the smaller or plainer first. */
function valuesOf(field: FieldDescription): [unknown, unknown] {
  switch (field.kind) {
    case 'CHOICE':
      return [field.values[0], field.values[1]];
    case 'FLAG':
      return [true, false];
    case 'MONEY':
      return [100n, 200n];
    default:
      return ['甲方面', '乙方面'];
  }
}
