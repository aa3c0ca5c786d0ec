import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { fillTable } from './harness/fill-table.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { define, enter, templateOf } from './harness/registers.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
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

describeOnEachDatabase('the plans of registers', (kind) => {
  let hub: TestHub;
  let affairs: Client;
  let registerId = '';
  const count = kind === 'server' ? 20_000 : 6_000;
  let seen: { text: string; values: unknown[] }[] | null = null;

  beforeAll(async () => {
    hub = await startTestHub(kind);
    affairs = await hub.signInAs('party-affairs');
    registerId = textAt(
      await define(affairs, templateOf('indicator-samples'), { key: 'samples-planned' }),
      'id',
    );
    await enter(affairs, registerId, {
      indicator: { text: '投诉件数' },
      sampledOn: { day: '2026-01-01' },
      value: { number: '1' },
      source: { text: '热线' },
    });
    const register = registerId.split('_')[1]!;
    await fillTable(hub, 'RegisterEntry', count, `"registerId" = '${register}'`, {
      number: 'n + 1',
      titleSort: `'xian ' || lpad(n::text, 8, '0')`,
      enteredOn: `date '2020-01-01' + n % 3000`,
      stage: `CASE WHEN n % 100 = 0 THEN 'verified' ELSE 'collected' END`,
      updatedAt: `timestamptz '2025-01-01' + n * interval '1 minute'`,
    });
    // A value of each field for each entry, as the writer makes them.
    await hub.pool.query(`SET session_replication_role = replica;
      INSERT INTO "RegisterEntryValue" ("entryId", "key", "kind", "text", "number", "day", "sort", "isMasked", "registerId")
      SELECT e."id", v."key", v."kind",
        CASE WHEN v."kind" = 'TEXT' THEN v."text" END,
        CASE WHEN v."kind" = 'NUMBER' THEN e."number" END,
        CASE WHEN v."kind" = 'DAY' THEN date '2020-01-01' + e."number" % 3000 END,
        CASE v."kind" WHEN 'NUMBER' THEN '1' || lpad(e."number"::text, 15, '0') || '0000'
          WHEN 'DAY' THEN (date '2020-01-01' + e."number" % 3000)::text ELSE v."sort" END,
        false, v."registerId"
      FROM "RegisterEntry" e JOIN "RegisterEntryValue" v
        ON v."registerId" = e."registerId" AND v."entryId" = (SELECT "id" FROM "RegisterEntry" WHERE "registerId" = '${register}' AND "number" = 1)
      WHERE e."registerId" = '${register}' AND e."number" > 1;
      SET session_replication_role = DEFAULT; ANALYZE "RegisterEntryValue"`);
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
  }, 180_000);
  afterAll(() => hub.stop());

  /** Reads a page of entries and says how many rows the database went through for it, in its largest step. */
  async function read(args: string, after?: string) {
    seen = [];
    const { data, text } = await affairs.query(
      `query ($id: ID!, $after: String) { node(id: $id) { ... on Register { entries(${args}, after: $after) {
        edges { cursor node { id number } } } } } }`,
      { id: registerId, ...(after && { after }) },
    );
    const statements = seen.filter((one) => /^SELECT/i.test(one.text));
    seen = null;
    const page = at(data, 'node.entries');
    if (!page) throw new Error(text);
    const read: number[] = [];
    for (const { text: statement, values } of statements) {
      const { rows } = await hub.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${statement}`,
        values,
      );
      read.push(mostRows(rows[0]!['QUERY PLAN'][0]!.Plan));
    }
    return { edges: listAt(page, 'edges'), most: Math.max(0, ...read) };
  }

  test.each([
    ['by number', 'orderBy: {field: NUMBER, direction: DESC}'],
    ['by day of entry', 'orderBy: {field: ENTERED_ON, direction: ASC}'],
    ['by title', 'orderBy: {field: TITLE, direction: ASC}'],
    ['by a number', 'orderBy: {field: FIELD, key: "value", direction: DESC}'],
    ['by a day', 'orderBy: {field: FIELD, key: "sampledOn", direction: ASC}'],
    [
      'by a day, of those that are verified',
      'orderBy: {field: FIELD, key: "sampledOn", direction: ASC}, filter: {stage: ["verified"]}',
    ],
  ])('%s: a page reads little more than it shows, also halfway', async (_words, args) => {
    const first = await read(`first: 20, ${args}`);
    expect(first.edges).toHaveLength(20);
    const next = await read(`first: 20, ${args}`, textAt(first.edges.at(-1), 'cursor'));
    expect(next.edges).toHaveLength(20);
    const bound = args.includes('filter') ? count / 2 : 500;
    expect(Math.max(first.most, next.most)).toBeLessThan(bound);
  });

  test.each([
    ['few by a range of numbers', '{key: "value", numberFrom: "100", numberTo: "119"}', 20],
    [
      'few by a range of days',
      '{key: "sampledOn", dayFrom: "2021-01-01", dayTo: "2021-01-02"}',
      14,
    ],
  ])('filtered to %s, the index finds them', async (_words, condition, atMost) => {
    const { edges, most } = await read(`first: 50, filter: {field: ${condition}}`);
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.length).toBeLessThanOrEqual(atMost);
    expect(most).toBeLessThan(500);
  });
});
