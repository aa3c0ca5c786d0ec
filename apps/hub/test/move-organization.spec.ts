import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { expectFold } from './harness/expect-fold.ts';
import { signedIn } from './harness/local-account.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { rights, versionOf } from './harness/rights.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const PASSWORD = 'a long enough word for it';
const idOf = (key: string) => `Organization_${key}`;

describeOnEachDatabase('moving an organization in the tree', (kind) => {
  let hub: TestHub;
  let count = 0;
  let district = '';
  /** Two bureaus, of which the first has a unit with a unit below it; their keys. */
  let tree: Record<'a' | 'b' | 'unit' | 'below', string>;

  beforeAll(async () => {
    hub = await startTestHub(kind, { configuration: { demo: false } });
    district = await add('Q', '某区', 'DISTRICT', null);
  });
  afterAll(() => hub.stop());
  beforeEach(async () => {
    count += 1;
    const a = await add(`A${count}`, `甲局 ${count}`, 'BUREAU', district);
    const b = await add(`B${count}`, `乙局 ${count}`, 'BUREAU', district);
    const unit = await add(`U${count}`, `科室 ${count}`, 'UNIT', a);
    tree = { a, b, unit, below: await add(`V${count}`, `下属单位 ${count}`, 'UNIT', unit) };
  });

  async function add(code: string, name: string, level: string, parentId: string | null) {
    const input = { code, name, kind: level, parentId: parentId && idOf(parentId) };
    const added = await rights(hub.automation, 'addOrganization', input);
    return textAt(added, 'id').slice(idOf('').length);
  }
  async function move(key: string, parent: string, more: object = {}, client = hub.automation) {
    const [id, parentId] = [idOf(key), idOf(parent)];
    const expectedVersion = await versionOf(hub.automation, id);
    return rights(client, 'moveOrganization', { id, parentId, expectedVersion, ...more });
  }
  const pathOf = async (id: string) =>
    (await hub.db.organization.findUniqueOrThrow({ where: { id } })).path;
  const movesOf = (subjectId: string) =>
    hub.db.event.findMany({ where: { subjectId, type: 'ORGANIZATION_MOVED' } });

  test('takes along what is below it, and each tells from where to where and who reads of it', async () => {
    const { a, b, unit, below } = tree;
    expect(at(await move(unit, b, { reason: '机构改革' }), '__typename')).toBe('Organization');
    const path = `Q/B${count}/U${count}/`;
    expect([await pathOf(unit), await pathOf(below)]).toEqual([path, `${path}V${count}/`]);

    const places = (...keys: string[]) => keys.map((key) => `organization/${key}`);
    const [moved, ...more] = await movesOf(unit);
    expect(more).toEqual([]);
    expect(moved).toMatchObject({
      reason: '机构改革',
      before: { parentId: a, path: `Q/A${count}/U${count}/`, version: 1 },
      after: { parentId: b, path, version: 2 },
      placesBefore: places(unit, a, district),
      placesAfter: places(unit, b, district),
    });
    expect((await movesOf(below))[0]).toMatchObject({
      before: { path: `Q/A${count}/U${count}/V${count}/`, version: 1 },
      after: { path: `${path}V${count}/`, version: 2 },
      placesBefore: places(below, unit, a, district),
      placesAfter: places(below, unit, b, district),
    });
    await expectFold(hub, ['Organization']);
  });

  test('to where it stands already changes nothing', async () => {
    const { a, unit } = tree;
    expect(at(await move(unit, a), '__typename')).toBe('Organization');
    expect(await movesOf(unit)).toEqual([]);
    expect(await versionOf(hub.automation, idOf(unit))).toBe(1);
  });

  test.each<[string, keyof typeof tree | 'district', keyof typeof tree | 'district', string]>([
    ['below itself', 'unit', 'unit', 'not-below-itself'],
    ['below what is below it', 'unit', 'below', 'not-below-itself'],
    ['a district', 'district', 'a', 'root-stays'],
    ['a bureau below another bureau', 'a', 'b', 'levels-in-order'],
    ['a bureau below a unit', 'b', 'unit', 'levels-in-order'],
  ])('is refused: %s', async (_title, moved, parent, rule) => {
    const keys = { ...tree, district };
    expect(at(await move(keys[moved], keys[parent]), 'rule')).toBe(rule);
    expect(await movesOf(keys[moved])).toEqual([]);
  });

  test('is refused where an organization of this name stands already, and against an old version', async () => {
    const { b, unit } = tree;
    await add(`W${count}`, `科室 ${count}`, 'UNIT', b);
    expect(at(await move(unit, b), 'fieldErrors.0.path.0')).toBe('parentId');
    expect(at(await move(unit, district, { expectedVersion: 7 }), '__typename')).toBe(
      'ConflictError',
    );
    expect(await movesOf(unit)).toEqual([]);
  });

  test('is offered to who manages the organization, and of a district to nobody', async () => {
    const { unit } = tree;
    const offered = async (client: Client, key: string) => {
      const { data } = await client.query(
        'query ($id: ID!) { node(id: $id) { ... on Organization { allowedActions { action allowed reason } } } }',
        { id: idOf(key) },
      );
      return listAt(data, 'node.allowedActions').find(
        (one) => at(one, 'action') === 'moveOrganization',
      );
    };
    expect(at(await offered(hub.automation, unit), 'allowed')).toBe(true);
    expect(at(await offered(hub.automation, district), 'reason')).toMatch(/nothing above it/);
    const guard = await personAt(district, 'SECURITY_ADMINISTRATOR');
    expect(at(await offered(guard, unit), 'allowed')).toBe(false);
  });

  test('of two moves at once that would make a circle one is refused', async () => {
    const { unit, b } = tree;
    const other = await add(`X${count}`, `另一科室 ${count}`, 'UNIT', b);
    const results = await Promise.all([move(unit, other), move(other, unit)]);
    expect(results.map((result) => at(result, '__typename')).sort()).toEqual([
      'Organization',
      'TransitionError',
    ]);
    await expectFold(hub, ['Organization']);
  });

  test('is for who manages organizations at both places, who sees the people of both after it', async () => {
    const { a, b, unit } = tree;
    const manager = await personAt(b, 'SYSTEM_ADMINISTRATOR');
    const guard = await personAt(district, 'SECURITY_ADMINISTRATOR');
    expect(at(await move(unit, b, {}, guard), 'code')).toBe('FORBIDDEN');
    // The bureau next door is out of sight, the district above is not and still not theirs.
    expect(at(await move(unit, b, {}, manager), 'code')).toBe('NOT_FOUND');
    expect(at(await move(b, district, {}, manager), 'code')).toBe('FORBIDDEN');

    const seen = async () => {
      const { data } = await manager.query('{ organizations(first: 100) { nodes { code } } }');
      return listAt(data, 'organizations.nodes').map((organization) => at(organization, 'code'));
    };
    expect(await seen()).not.toContain(`V${count}`);
    await move(unit, b);
    expect(await seen()).toContain(`V${count}`);
    expect(at(await move(unit, a, {}, manager), 'code')).toBe('NOT_FOUND');
  });

  /** Somebody with a role at a place, signed in. */
  async function personAt(key: string, role: string): Promise<Client> {
    const loginName = `${role}-${count}`;
    const person = { displayName: loginName, organizationId: idOf(key), role, loginName };
    const input = { ...person, password: PASSWORD };
    await runMutation(hub.automation, 'addPerson', input, 'Person { id }');
    const { id } = await hub.db.account.findUniqueOrThrow({ where: { loginName } });
    await changeRow(hub, 'Account', id, { mustChangePassword: false });
    return signedIn(hub, loginName, PASSWORD);
  }
});
