import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoItem, person, unit } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('what somebody may not see', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const ask = async (login: PersonKey, document: string, variables: Record<string, unknown> = {}) =>
    (await hub.signInAs(login)).query(document, variables);
  const codesOf = async (login: PersonKey) =>
    listAt(
      (await ask(login, '{ rectificationItems(first: 100) { edges { node { code } } } }')).data,
      'rectificationItems.edges',
    ).map((edge) => textAt(edge, 'node.code'));

  /** The items that a unit carries out or supports, told from the tables themselves. */
  const itemsOfUnit = (key: Parameters<typeof unit>[0]) =>
    hub.db.rectificationItem.findMany({
      where: {
        OR: [
          { responsibleUnitId: unit(key) },
          { supportingUnits: { some: { organizationId: unit(key) } } },
        ],
      },
      orderBy: { code: 'asc' },
    });

  test.each<[PersonKey, Parameters<typeof unit>[0]]>([
    ['contact-public-services', 'GF'],
    ['contact-library', 'TSG'],
    ['contact-theatre', 'JY'],
    ['model-contact', 'ZH'],
  ])(
    '%s sees the items of its unit and no others, in lists, counts and metrics',
    async (login, key) => {
      const own = (await itemsOfUnit(key)).map(({ code }) => code);
      const all = await hub.db.rectificationItem.count();
      expect(own.length).toBeGreaterThan(0);
      expect(own.length).toBeLessThan(all);
      expect((await codesOf(login)).sort()).toEqual(own.sort());
      const { data } = await ask(login, COUNTS);
      expect(numberAt(data, 'rectificationItems.totalCount')).toBe(own.length);
      expect(numberAt(data, 'rectificationMetrics.itemCount')).toBe(own.length);
      const areas = listAt(data, 'inspectionRounds.edges').flatMap((edge) =>
        listAt(edge, 'node.areas'),
      );
      expect(
        areas
          .flatMap((area) => listAt(area, 'items'))
          .map((item) => textAt(item, 'code'))
          .sort(),
      ).toEqual(own);
      expect(areas.reduce<number>((sum, area) => sum + numberAt(area, 'itemCount'), 0)).toBe(
        own.length,
      );
      for (const edge of listAt(data, 'inspectionRounds.edges')) {
        expect(numberAt(edge, 'node.items.totalCount')).toBe(own.length);
        expect(numberAt(edge, 'node.metrics.itemCount')).toBe(own.length);
      }
    },
  );

  test('nested paths from documents and trainings lead to no item out of sight', async () => {
    for (const login of ['contact-library', 'contact-public-services', 'contact-office'] as const) {
      const own = new Set(await codesOf(login));
      const { data } = await ask(login, NESTED);
      const reached = [
        ...listAt(data, 'institutionalDocuments.edges').flatMap((edge) =>
          listAt(edge, 'node.actions').flatMap((action) => [
            at(action, 'item.code'),
            at(action, 'measure.item.code'),
          ]),
        ),
        ...listAt(data, 'trainings.edges').flatMap((edge) => [
          at(edge, 'node.item.code'),
          at(edge, 'node.measure.item.code'),
        ]),
      ].filter((code) => typeof code === 'string');
      for (const code of reached) expect([login, own.has(code)]).toEqual([login, true]);
    }
  });

  test('a reader of everything sees what was done with documents', async () => {
    for (const login of ['viewer', 'inspection-verify', 'party-affairs'] as const) {
      const { data } = await ask(login, NESTED);
      const actions = listAt(data, 'institutionalDocuments.edges').flatMap((edge) =>
        listAt(edge, 'node.actions'),
      );
      expect([login, actions.length]).toEqual([login, await hub.db.documentAction.count()]);
    }
  });

  test('one bureau never meets the other in any list, nor do its people', async () => {
    for (const [login, mine, theirs] of [
      ['party-affairs', 'MH-WL', 'MH-SF'],
      ['secretary', 'MH-WL', 'MH-SF'],
      ['model-party-affairs', 'MH-SF', 'MH-WL'],
      ['model-leader', 'MH-SF', 'MH-WL'],
    ] as const) {
      const answer = await ask(login, EVERYTHING);
      expect(answer.errors).toBeUndefined();
      expect([login, answer.text.includes(`"${mine}`)]).toEqual([login, true]);
      expect([login, answer.text.includes(`"${theirs}`)]).toEqual([login, false]);
    }
  });

  test('the tree shows a contact its own unit and the way up, no sister units', async () => {
    const { data } = await ask(
      'contact-library',
      '{ organizations { nodes { code } } organization(code: "MH-WL") { children { code } parent { code children { code } } } }',
    );
    expect(listAt(data, 'organizations.nodes').map((one) => textAt(one, 'code'))).toEqual([
      'MH',
      'MH-WL',
      'MH-WL-TSG',
    ]);
    expect(listAt(data, 'organization.children').map((one) => textAt(one, 'code'))).toEqual([
      'MH-WL-TSG',
    ]);
    expect(listAt(data, 'organization.parent.children').map((one) => textAt(one, 'code'))).toEqual([
      'MH-WL',
    ]);
  });

  test('the system administrator reads people and places, and no ledger', async () => {
    const { data } = await ask('admin', COUNTS);
    expect([
      numberAt(data, 'rectificationItems.totalCount'),
      numberAt(data, 'rectificationMetrics.itemCount'),
      listAt(data, 'inspectionRounds.edges').length,
    ]).toEqual([0, 0, 0]);
    const nested = await ask('admin', NESTED);
    expect([
      listAt(nested.data, 'institutionalDocuments.edges').length,
      listAt(nested.data, 'trainings.edges').length,
    ]).toEqual([0, 0]);
    const people = await ask('admin', '{ people { totalCount } }');
    expect(numberAt(people.data, 'people.totalCount')).toBe(await hub.db.person.count());
  });

  describe('node(id)', () => {
    const KINDS = [
      'InspectionRound',
      'FindingArea',
      'RectificationItem',
      'CorrectiveMeasure',
      'Evidence',
      'InstitutionalDocument',
      'DocumentVersion',
      'DocumentAction',
      'Training',
      'Organization',
      'Person',
    ] as const;

    test.each(KINDS)(
      'answers for a %s out of sight as for a missing one, byte for byte',
      async (type) => {
        const delegate = type[0]!.toLowerCase() + type.slice(1);
        const rows = await (
          hub.db[delegate as 'training'] as {
            findMany: (args: object) => Promise<{ id: string }[]>;
          }
        ).findMany({ select: { id: true } });
        expect(rows.length).toBeGreaterThan(0);
        let seen = 0;
        for (const { id } of rows.slice(0, 12)) {
          const reader = await ask('viewer', NODE, { id: `${type}_${id}` });
          if (type !== 'Person') expect(at(reader.data, 'node.id')).toBe(`${type}_${id}`);
          const foreign = await ask(
            type === 'Organization' || type === 'Person' ? 'contact-theatre' : 'model-contact',
            NODE,
            { id: `${type}_${id}` },
          );
          const missing = await ask('contact-theatre', NODE, { id: `${type}_${randomUUID()}` });
          expect(missing.data).toEqual({ node: null });
          expect(missing.errors).toBeUndefined();
          if (at(foreign.data, 'node')) seen += 1;
          else expect(foreign.text).toBe(missing.text);
        }
        expect(seen).toBeLessThan(Math.min(rows.length, 12));
      },
    );

    test('an id that is none, or of another type, finds nothing and fails nothing', async () => {
      for (const id of [
        '',
        'x',
        `Nothing_${randomUUID()}`,
        `RectificationItem_${person('admin')}`,
        'RectificationItem_1',
        '__proto___x',
        `Session_${randomUUID()}`,
      ])
        expect(await ask('viewer', NODE, { id })).toMatchObject({
          data: { node: null },
          errors: undefined,
        });
    });
  });

  test.each<[string, Record<string, string>]>([
    ['rectificationItems', { areaId: 'FindingArea', roundId: 'InspectionRound' }],
    ['institutionalDocuments', { roundId: 'InspectionRound', itemId: 'RectificationItem' }],
    ['trainings', { roundId: 'InspectionRound', itemId: 'RectificationItem' }],
  ])(
    'filtering %s by a record of the other bureau is as by a missing one',
    async (field, filters) => {
      const round = await hub.db.inspectionRound.findUniqueOrThrow({
        where: { code: 'MH-WL-2024' },
        include: { areas: true },
      });
      const keys: Record<string, string> = {
        InspectionRound: round.id,
        FindingArea: round.areas[0]!.id,
        RectificationItem: demoItem('1.1'),
      };
      for (const [name, type] of Object.entries(filters)) {
        const document = `query ($id: [ID!]) { list: ${field}(filter: { ${name}: $id }) { totalCount edges { cursor } pageInfo { hasNextPage } } }`;
        const theirs = await ask('model-party-affairs', document, { id: `${type}_${keys[type]}` });
        const missing = await ask('model-party-affairs', document, {
          id: `${type}_${randomUUID()}`,
        });
        expect(theirs.text).toBe(missing.text);
        expect(
          numberAt(
            (await ask('viewer', document, { id: `${type}_${keys[type]}` })).data,
            'list.totalCount',
          ),
        ).toBeGreaterThan(0);
      }
    },
  );

  test('the cursor of a record out of sight tells nothing about where it stands', async () => {
    const cursor = (id: string) => Buffer.from(`GPC:S:${id}`).toString('base64');
    const document =
      'query ($after: String) { rectificationItems(after: $after, orderBy: { field: CODE, direction: DESC }) { edges { node { code } } pageInfo { hasNextPage } } }';
    const hidden = await ask('model-party-affairs', document, { after: cursor(demoItem('1.1')) });
    const missing = await ask('model-party-affairs', document, { after: cursor(randomUUID()) });
    expect(hidden.text).toBe(missing.text);
  });
});

const NODE = 'query ($id: ID!) { node(id: $id) { id __typename } }';
const COUNTS = `{
  rectificationItems { totalCount } rectificationMetrics { itemCount }
  inspectionRounds { edges { node { areas { itemCount items { code } } items { totalCount } metrics { itemCount } } } }
}`;
const NESTED = `{
  institutionalDocuments(first: 100) { edges { node { actions { item { code } measure { item { code } } } } } }
  trainings(first: 100) { edges { node { item { code } measure { item { code } } } } }
}`;
const EVERYTHING = `{
  organizations(first: 100) { nodes { code } } people(first: 100) { edges { node { organization { code } } } }
  rectificationItems(first: 50) { edges { node { code organization { code } responsibleUnit { code } } } }
  institutionalDocuments(first: 50) { edges { node { organization { code } } } }
  trainings(first: 50) { edges { node { organization { code } } } }
  inspectionRounds { edges { node { code inspectedOrganization { code } } } }
  rectificationMetrics { byUnit { unit { code } } byLeader { leader { organization { code } } } }
}`;
