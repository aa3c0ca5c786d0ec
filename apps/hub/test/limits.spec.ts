import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded');
});
afterAll(() => hub.stop());

const PAGE =
  'query ($first: Int) { rectificationItems(first: $first) { edges { node { code measures { text evidence { nodes { fileName } } } } } } }';
const costOf = async (document: string, variables = {}) =>
  numberAt((await hub.automation.query(document, variables)).extensions, 'cost.cost');

test('every answer says what it cost, and the page size given as a variable counts', async () => {
  const [small, large] = [await costOf(PAGE, { first: 1 }), await costOf(PAGE, { first: 50 })];
  expect(large).toBeGreaterThan(20 * small);
  expect(await costOf(PAGE.replace('$first)', '50)').replace('($first: Int) ', ''))).toBe(large);
});

test('the cost is of the operation that runs, not of its neighbours', async () => {
  const body = JSON.stringify({
    query: `query A { me { name } } ${PAGE.replace('query (', 'query B(')}`,
    operationName: 'A',
    variables: { first: 100 },
  });
  const response = await hub.automation.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(numberAt(await response.json(), 'extensions.cost.cost')).toBeLessThan(10);
});

const aliases = (n: number, field: string) =>
  `{ ${Array.from({ length: n }, (_, i) => `a${i}: ${field}`).join(' ')} }`;
const deep = (n: number) =>
  `{ organizations { nodes ${'{ children '.repeat(n)}{ code }${' }'.repeat(n)} } }`;
/** Each fragment spreads the next twice: 2ⁿ fields when written out. */
const fanOut = (n: number) =>
  `{ organizations { nodes { ...F0 } } } ${Array.from({ length: n }, (_, i) => `fragment F${i} on Organization { ${i === n - 1 ? 'code' : `a: children { ...F${i + 1} } b: children { ...F${i + 1} }`} }`).join(' ')}`;

test.each([
  [
    'too large a page with all below it',
    PAGE.replace('$first)', '100)')
      .replace('($first: Int) ', '')
      .replace(
        'evidence { nodes {',
        'evidence { nodes { item { measures { evidence { nodes { item { measures { text } } } } } }',
      ),
  ],
  ['ten figures by alias', aliases(10, 'rectificationMetrics { itemCount }')],
  ['a query 30 levels deep', deep(30)],
  ['a fan-out of 2²² by fragments', fanOut(22)],
  ['ten thousand repeats of one field', `{ me { ${'name '.repeat(10_000)} } }`],
  ['a flood of directives', `{ me { name ${'@include(if: true) '.repeat(3_000)} } }`],
  [
    'a hundred changes by alias',
    `mutation ${aliases(126, 'signOut')}`
      .replace(
        'signOut',
        'editRectificationItem(input: { idempotencyKey: "12345678", id: "x", expectedVersion: 1 }) { __typename }',
      )
      .replaceAll(
        'signOut',
        'editRectificationItem(input: { idempotencyKey: "12345678", id: "x", expectedVersion: 1 }) { __typename }',
      ),
  ],
])('%s is refused before anything runs', async (_title, document) => {
  const [events, keys] = [await hub.db.event.count(), await hub.db.idempotencyRecord.count()];
  const answer = await hub.automation.query(document);
  expect(answer.data ?? null).toBeNull();
  expect(textAt(answer.errors, '0.message').length).toBeLessThan(500);
  expect(at(answer.errors, '0.extensions.code')).not.toBe('INTERNAL');
  expect([await hub.db.event.count(), await hub.db.idempotencyRecord.count()]).toEqual([
    events,
    keys,
  ]);
});

test('figures asked for by aliases are counted once', async () => {
  let taken = 0;
  const count = () => void (taken += 1);
  const statementsOf = async (document: string) => {
    taken = 0;
    hub.pool.on('acquire', count);
    const answer = await hub.automation.query(document);
    hub.pool.off('acquire', count);
    expect(answer.errors).toBeUndefined();
    return {
      taken,
      answers: new Set(Object.values(answer.data as object).map((one) => JSON.stringify(one))),
    };
  };
  const figures = (filter: string) =>
    `rectificationMetrics(filter: { year: ${filter} }) { itemCount measureCount amountInvolved { sumFen } documents { count } trainings { count } }`;
  const one = await statementsOf(aliases(1, figures('2025')));
  const six = await statementsOf(aliases(6, figures('2025')));
  expect(six).toEqual(one);
  const others = await statementsOf(`{ a: ${figures('2024')} b: ${figures('2025')} }`);
  expect(others.taken).toBeGreaterThan(one.taken + 3);
});

test('the introspection that tools send is within every limit', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  const answer = await hub.automation.query(getIntrospectionQuery());
  expect(answer.errors).toBeUndefined();
});
