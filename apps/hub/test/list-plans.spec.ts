import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { fillTable } from './harness/fill-table.ts';
import { person, unit } from './harness/ledger.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** A day within ten years, the same for few rows; the last hundredth has none. */
const daysOf = (count: number) =>
  `CASE WHEN n <= ${count} * 0.99 THEN date '2020-01-01' + (n * 7919 % 3600) END`;
const oneOf = (type: string, values: readonly string[]) =>
  `(ARRAY['${values.join("','")}']::"${type}"[])[1 + n % ${values.length}]`;
const MOMENT = `timestamptz '2025-01-01' + n * interval '1 minute'`;

interface Filled {
  orders: readonly string[];
  filters: readonly string[];
}

/** Each list that can be long, its orders, and filters that people often set. */
const LISTS: Record<string, Filled> = {
  rectificationItems: {
    orders: ['CODE', 'DUE_ON', 'STATUS', 'UPDATED_AT'],
    filters: [
      'status: [IN_PROGRESS]',
      'overdue: true',
      `responsibleUnitId: "Organization_${unit('GF')}"`,
      'dueTo: "2024-01-01"',
    ],
  },
  correctiveMeasures: {
    orders: ['DUE_ON', 'UPDATED_AT'],
    filters: ['status: [APPROVED]'],
  },
  institutionalDocuments: {
    orders: ['TITLE', 'STATUS', 'UPDATED_AT'],
    filters: ['status: [DRAFTING]'],
  },
  trainings: {
    orders: ['HELD_ON', 'TOPIC', 'UPDATED_AT'],
    filters: ['kind: [TRAINING]'],
  },
  standingMechanisms: {
    orders: ['TITLE', 'UPDATED_AT'],
    filters: ['status: [ACTIVE]', `responsibleUnitId: "Organization_${unit('GF')}"`],
  },
  mechanismOccurrences: {
    orders: ['DUE_ON', 'UPDATED_AT'],
    filters: [
      'status: [MISSED]',
      'year: 2025',
      'dueFrom: "2026-03-01"',
      `responsibleUnitId: "Organization_${unit('GF')}"`,
    ],
  },
  people: { orders: ['NAME'], filters: [] },
  evidence: { orders: ['UPLOADED_AT'], filters: [] },
  inspectionRounds: { orders: ['FEEDBACK_ON', 'CODE'], filters: [] },
  organizations: { orders: [''], filters: [`parentId: "Organization_${unit('MH')}"`] },
  biweeklyReports: {
    orders: [''],
    filters: ['status: [OPEN]'],
  },
  auditEvents: {
    orders: [''],
    filters: [
      'kind: [EXPORT]',
      'type: [ITEM_CLOSED]',
      `subjectId: "Organization_${unit('GF')}"`,
      `actorId: "Person_${person('secretary')}"`,
    ],
  },
};

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}

/** The most rows that any step of a plan went through. */
const mostRows = (plan: Plan): number =>
  Math.max(
    (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'],
    ...(plan.Plans ?? []).map(mostRows),
  );

describeOnEachDatabase('the plans of long lists', (kind) => {
  let hub: TestHub;
  let auditor: Client;
  const count = kind === 'server' ? 20_000 : 6_000;
  let seen: { text: string; values: unknown[] }[] | null = null;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    auditor = await hub.signInAs('audit');
    const day = daysOf(count);
    await fillTable(hub, 'RectificationItem', count, `"status" = 'IN_PROGRESS'`, {
      status: oneOf('ItemStatus', ['ASSIGNED', 'PLANNED', 'IN_PROGRESS']),
      responsibleUnitId: `(ARRAY['${unit('GF')}', '${unit('TSG')}', '${unit('JC')}']::uuid[])[1 + n % 3]`,
      ordinal: '10000 + n',
      code: `'P-' || n || '.' || n % 13`,
      dueOn: day,
      firstDueOn: day,
      updatedAt: MOMENT,
    });
    await fillTable(hub, 'CorrectiveMeasure', count, `"status" = 'IN_PROGRESS'`, {
      status: oneOf('MeasureStatus', ['APPROVED', 'IN_PROGRESS']),
      ordinal: '10000 + n',
      dueOn: day,
      updatedAt: MOMENT,
    });
    await fillTable(hub, 'InstitutionalDocument', count, 'true', {
      status: oneOf('DocumentStatus', ['DRAFTING', 'PROPOSED']),
      title: `'制度' || n`,
      titleSort: `'zhi du ' || lpad(n::text, 8, '0')`,
      updatedAt: MOMENT,
    });
    await fillTable(hub, 'Training', count, 'true', {
      kind: oneOf('TrainingKind', ['TRAINING', 'MEETING', 'LECTURE']),
      topicSort: `'pei xun ' || lpad(n::text, 8, '0')`,
      heldOn: day,
      plannedOn: day,
      updatedAt: MOMENT,
    });
    await fillTable(hub, 'Person', count, 'true', {
      displayName: `'某' || n`,
      displayNameSort: `'mou ' || lpad(n::text, 8, '0')`,
      email: 'NULL',
    });
    await fillTable(hub, 'StandingMechanism', count, 'true', {
      status: oneOf('MechanismStatus', ['ACTIVE', 'SUSPENDED', 'ENDED']),
      responsibleUnitId: `(ARRAY['${unit('GF')}', '${unit('TSG')}', '${unit('JC')}']::uuid[])[1 + n % 3]`,
      titleSort: `'ji zhi ' || lpad(n::text, 8, '0')`,
      updatedAt: MOMENT,
    });
    await fillTable(hub, 'MechanismOccurrence', count, 'true', {
      status: oneOf('OccurrenceStatus', ['DUE', 'DONE', 'MISSED', 'WAIVED']),
      responsibleUnitId: `(ARRAY['${unit('GF')}', '${unit('TSG')}', '${unit('JC')}']::uuid[])[1 + n % 3]`,
      slot: `'p' || n`,
      slotYear: `2020 + n % 8`,
      dueOn: `date '2020-01-01' + (n * 7919 % 3600)`,
      graceEndsOn: `date '2020-01-01' + (n * 7919 % 3600)`,
      updatedAt: MOMENT,
    });
    await fillTable(hub, 'Evidence', count, 'true', { uploadedAt: MOMENT });
    await fillTable(hub, 'InspectionRound', count, 'true', {
      code: `'R-' || n`,
      feedbackOn: day,
      intensivePeriodEndsOn: 'NULL',
      inspectedFrom: 'NULL',
    });
    await fillTable(hub, 'Organization', count, `"kind" = 'UNIT'`, {
      code: `'U-' || n`,
      name: `'科室' || n`,
      path: `one."path" || n || '/'`,
      pathSort: `one."pathSort" || lpad(n::text, 8, '0')`,
      parentId: `'${unit('MH')}'::uuid`,
    });
    await fillTable(hub, 'BiweeklyReport', count, 'true', {
      ordinal: '10000 + n',
      status: `'OPEN'`,
      compiledAt: 'NULL',
      compiledById: 'NULL',
      frozenAt: 'NULL',
      frozenById: 'NULL',
      startsOn: `date '2020-01-01' + n`,
      endsOn: `date '2020-01-14' + n`,
    });
    // What is looked for is one of a hundred.
    await fillTable(hub, 'Event', count, 'true', {
      id: '1000000 + n',
      kind: `(CASE WHEN n % 100 = 0 THEN 'EXPORT' ELSE 'CHANGE' END)::"EventKind"`,
      type: `CASE WHEN n % 100 = 0 THEN 'ITEM_CLOSED' ELSE 'ITEM_EDITED' END`,
      occurredAt: MOMENT,
      subjectType: `'Organization'`,
      subjectId: `CASE WHEN n % 100 = 0 THEN '${unit('GF')}' ELSE '${unit('TSG')}' END::uuid`,
      actorPersonId: `CASE WHEN n % 100 = 0 THEN '${person('secretary')}' ELSE '${person('viewer')}' END::uuid`,
      organizationId: `'${unit('WL')}'::uuid`,
    });
    const query = hub.pool.query.bind(hub.pool) as (...given: unknown[]) => unknown;
    hub.pool.query = ((...given: unknown[]) => {
      const [asked, values] = given as [string | { text: string; values?: unknown[] }, unknown[]?];
      seen?.push(
        typeof asked === 'string'
          ? { text: asked, values: values ?? [] }
          : { text: asked.text, values: values ?? asked.values ?? [] },
      );
      return query(...given);
    }) as typeof hub.pool.query;
  }, 120_000);
  afterAll(() => hub.stop());

  /** Reads a page and says how many rows the database went through for it, statement by statement. */
  async function read(document: string, variables: Record<string, unknown> = {}) {
    const client = document.includes('auditEvents') ? auditor : hub.automation;
    seen = [];
    const { data, errors } = await client.query(document, variables);
    const statements = seen.filter(({ text }) => /^SELECT/i.test(text));
    seen = null;
    expect(errors).toBeUndefined();
    const read: number[] = [];
    for (const { text, values } of statements) {
      const { rows } = await hub.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
        values,
      );
      read.push(mostRows(rows[0]!['QUERY PLAN'][0]!.Plan));
    }
    return { page: at(data, 'list'), most: Math.max(0, ...read) };
  }

  const pageOf = (field: string, args: string) =>
    `query ${args.includes('$after') ? '($after: String)' : ''} { list: ${field}(${args}) { pageInfo { startCursor endCursor } edges { cursor node { id } } } }`;

  test.each(
    Object.entries(LISTS).flatMap(([field, { orders }]) =>
      orders.flatMap((order) =>
        (order ? ['ASC', 'DESC'] : ['as it is']).map((direction) => [field, order, direction]),
      ),
    ),
  )(
    '%s by %s %s: no page reads more than it shows by much, however deep',
    async (field, order, direction) => {
      // A list without a choice of orders has one.
      const orderBy = order ? `orderBy: { field: ${order}, direction: ${direction!} }` : '';
      const first = await read(pageOf(field!, `first: 20, ${orderBy}`));
      const end = await read(pageOf(field!, `last: 100, ${orderBy}`));
      const deep = pageOf(field!, `first: 20, after: $after, ${orderBy}`);
      const [start] = listAt(end.page, 'edges');
      const middle = await read(deep, { after: textAt(start, 'cursor') });
      const behind = await read(deep, {
        after: textAt(listAt(end.page, 'edges').at(-5), 'cursor'),
      });
      expect(listAt(middle.page, 'edges')).toHaveLength(20);
      expect(listAt(behind.page, 'edges')).toHaveLength(4);
      const most = { first: first.most, end: end.most, middle: middle.most, behind: behind.most };
      expect(Object.entries(most).filter(([, rows]) => rows > 500)).toEqual([]);
    },
  );

  test.each([
    ['rectificationItems', 'DUE_ON'],
    ['correctiveMeasures', 'DUE_ON'],
    ['trainings', 'HELD_ON'],
  ])('%s by %s, which some lack: a page halfway begins there', async (field, order) => {
    for (const direction of ['ASC', 'DESC']) {
      const args = `after: $after, orderBy: { field: ${order}, direction: ${direction} }`;
      const page = (size: number) =>
        `query ($after: String) { list: ${field}(first: ${size}, ${args}) { pageInfo { endCursor } edges { node { id } } } }`;
      let after: string | null = null;
      for (let passed = 0; passed < count / 2; passed += 100) {
        const { data } = await hub.automation.query(page(100), { after });
        after = textAt(data, 'list.pageInfo.endCursor');
      }
      const { most } = await read(page(20), { after });
      expect([direction, most < 500, most]).toEqual([direction, true, most]);
    }
  });

  test.each(
    Object.entries(LISTS).flatMap(([field, { filters }]) =>
      filters.map((filter) => [field, filter]),
    ),
  )('%s where %s: a page is found along an index', async (field, filter) => {
    const first = await read(pageOf(field!, `first: 20, filter: { ${filter!} }`));
    expect(listAt(first.page, 'edges')).toHaveLength(20);
    expect(first.most).toBeLessThan(500);
  });
});
