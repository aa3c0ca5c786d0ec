import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import type { Answer } from './harness/client.ts';
import { unit } from './harness/ledger.ts';
import { pathsToRecords } from './harness/paths.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const DEPTH = 3;
/** Who can sign in to the demonstration is told to everyone: those people are left out. */
const PATHS = pathsToRecords(schema, DEPTH)
  .filter((path) => !path.includes('signInOptions'))
  // Looking over a whole plan is dear: only few are asked for at once.
  .map((path) => (path.includes('planChecks') ? path.replaceAll(/first: \d+/g, 'first: 2') : path));
/** A walk is hundreds of requests. */
const WALK = { timeout: 120_000 };

describeOnEachDatabase('every path through the schema', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const ask = async (login: PersonKey, document: string, variables: Record<string, unknown> = {}) =>
    (await hub.signInAs(login)).query(document, variables);

  /** Every id that a caller comes by on any path. */
  async function idsReached(login: PersonKey): Promise<Set<string>> {
    const ids = new Set<string>();
    for (const document of PATHS) {
      const { text, data } = await ask(login, document);
      // Cut off by the cost of a single deep path it would show nothing: then the walk proves nothing.
      expect([document, text.includes('COST_LIMIT')]).toEqual([document, false]);
      expect([document, data === undefined]).toEqual([document, false]);
      for (const [id] of text.matchAll(/"[A-Z]\w+_[0-9a-f-]{36}"/g)) ids.add(id.slice(1, -1));
    }
    return ids;
  }

  const keysOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

  /** What belongs to one bureau, told from the tables themselves. */
  async function recordsOf(key: 'WL' | 'SF'): Promise<Set<string>> {
    const organizationId = unit(key);
    const { path } = await hub.db.organization.findUniqueOrThrow({ where: { id: organizationId } });
    const round = { inspectedOrganizationId: organizationId };
    const item = { organizationId };
    const found = await Promise.all([
      hub.db.organization.findMany({ where: { path: { startsWith: path } } }),
      hub.db.person.findMany({ where: { organization: { path: { startsWith: path } } } }),
      hub.db.inspectionRound.findMany({ where: round }),
      hub.db.findingArea.findMany({ where: { round } }),
      hub.db.rectificationItem.findMany({ where: item }),
      hub.db.correctiveMeasure.findMany({ where: { item } }),
      hub.db.evidence.findMany({ where: { item } }),
      hub.db.institutionalDocument.findMany({ where: item }),
      hub.db.training.findMany({ where: item }),
    ]);
    return new Set(found.flatMap(keysOf));
  }

  const among = (ids: Set<string>, keys: Set<string>) =>
    [...ids].filter((id) => keys.has(id.slice(id.indexOf('_') + 1)));

  test('the walk goes along many paths, deep ones too', () => {
    expect(PATHS.length).toBeGreaterThan(100);
    expect(PATHS.some((path) => path.split('{').length > DEPTH + 3)).toBe(true);
  });

  test('leads nobody of one bureau to a record of the other', WALK, async () => {
    const [own, theirs] = [await recordsOf('SF'), await recordsOf('WL')];
    const ids = await idsReached('model-leader');
    expect(among(ids, own).length).toBeGreaterThan(0);
    expect(among(ids, theirs)).toEqual([]);
  });

  test(
    'leads a contact to no item but its unit’s, nor to what belongs to another',
    WALK,
    async () => {
      const unitId = unit('TSG');
      const mine = {
        OR: [
          { responsibleUnitId: unitId },
          { supportingUnits: { some: { organizationId: unitId } } },
        ],
      };
      const own = keysOf(await hub.db.rectificationItem.findMany({ where: mine }));
      const item = { id: { notIn: own } };
      const foreign = new Set(
        [
          await hub.db.rectificationItem.findMany({ where: item }),
          await hub.db.correctiveMeasure.findMany({ where: { item } }),
          await hub.db.evidence.findMany({ where: { item } }),
          await hub.db.documentAction.findMany({ where: { item } }),
          await hub.db.findingArea.findMany({ where: { items: { none: { id: { in: own } } } } }),
          await hub.db.rectificationPlan.findMany(),
        ].flatMap(keysOf),
      );
      const ids = await idsReached('contact-library');
      expect(among(ids, new Set(own)).length).toBe(own.length);
      expect(among(ids, foreign)).toEqual([]);
    },
  );

  test('an administrator comes by no record of the ledger', WALK, async () => {
    const ledger = new Set([...(await recordsOf('WL')), ...(await recordsOf('SF'))]);
    for (const { id } of await hub.db.organization.findMany()) ledger.delete(id);
    for (const { id } of await hub.db.person.findMany()) ledger.delete(id);
    expect(among(await idsReached('security'), ledger)).toEqual([]);
  });

  test('what a round shows to a contact is what its items belong to; its plans are for whole readers', async () => {
    const document = `{ inspectionRounds { edges { node { code plans { id } leadingGroup { post } areas { id items { id } } } } } }`;
    const seen = (answer: Answer) =>
      listAt(answer.data, 'inspectionRounds.edges').map((edge) => at(edge, 'node'));
    const [round] = seen(await ask('contact-library', document));
    const areas = listAt(round, 'areas');
    expect(areas.length).toBeGreaterThan(0);
    expect(areas.length).toBeLessThan(
      await hub.db.findingArea.count({ where: { round: { code: textAt(round, 'code') } } }),
    );
    for (const area of areas) expect(listAt(area, 'items').length).toBeGreaterThan(0);
    expect(listAt(round, 'plans')).toEqual([]);
    const whole = seen(await ask('secretary', document));
    expect(whole.flatMap((one) => listAt(one, 'plans')).length).toBeGreaterThan(0);
  });

  test.each([
    ['fewer than none', { first: -1 }],
    ['more than a hundred', { first: 101 }],
    ['fewer than none from the end', { last: -5 }],
    ['a cursor that is none', { after: 'x' }],
    ['a cursor of something else', { after: Buffer.from('GPC:S:1').toString('base64') }],
    ['a cursor of events', { after: Buffer.from('GPC:I:1').toString('base64') }],
    ['both ends', { first: 3, last: 3 }],
  ])(
    'a page of %s is refused in both languages, also where only the total is asked for',
    async (_title, page) => {
      const declared = '($first: Int, $last: Int, $after: String)';
      const passed = '(first: $first, last: $last, after: $after)';
      for (const field of ['rectificationItems', 'people', 'trainings', 'institutionalDocuments']) {
        for (const selection of ['{ totalCount }', '{ edges { cursor } }']) {
          const answer = await ask(
            'viewer',
            `query ${declared} { ${field}${passed} ${selection} }`,
            page,
          );
          expect([field, at(answer.errors, '0.extensions.code')]).toEqual([
            field,
            'BAD_USER_INPUT',
          ]);
          expect(textAt(answer.errors, '0.message')).toMatch(/[\u4e00-\u9fff].* \/ [A-Z]/);
        }
      }
    },
  );

  test('answers of two callers at the same moment hold what each may see', async () => {
    const document =
      '{ rectificationItems(first: 100) { totalCount edges { node { id area { id itemCount } } } } }';
    const alone = new Map<PersonKey, string>();
    const logins = ['viewer', 'model-contact', 'contact-library', 'admin'] as const;
    for (const login of logins) alone.set(login, (await ask(login, document)).text);
    const together = await Promise.all(
      Array.from({ length: 5 }, () => logins)
        .flat()
        .map(async (login) => [login, (await ask(login, document)).text] as const),
    );
    for (const [login, text] of together) expect(text).toBe(alone.get(login));
    expect(numberAt(JSON.parse(alone.get('admin')!), 'data.rectificationItems.totalCount')).toBe(0);
  });
});
