import { describeOnEachDatabase, openServerCopy } from '@taizhang/platform/testing';
import fc from 'fast-check';
import { pino } from 'pino';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '@taizhang/platform';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startHub } from '../src/start-hub.ts';
import { Client, readAnswer, type Answer } from './harness/client.ts';
import { at } from './harness/read.ts';
import { ADMIN_TOKEN, startTestHub, testConfiguration, type TestHub } from './harness/test-hub.ts';

/** A quarter to midnight in Shanghai. */
const NOW = new Date('2026-03-02T15:45:00Z');

const LIST =
  '{ rectificationItems(first: 50) { totalCount nodes { id title version isOverdue daysLate } } }';
const isKept = ({ headers }: Answer) => headers.get('cache-status') === 'taizhang; hit';

/** The same question, answered anew whatever is kept. */
async function askAnew({ url, headers }: Client, query: string, variables = {}): Promise<Answer> {
  const client = new Client(url, headers);
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
    body: JSON.stringify({ query, variables }),
  });
  return readAnswer(response);
}

const OPEN = `{
  rectificationItems(first: 50, filter: {status: [IN_PROGRESS, PLANNED, ASSIGNED]}) { nodes { id version } }
}`;

const EDIT = `mutation ($input: EditRectificationItemInput!) {
  r: editRectificationItem(input: $input) { __typename ... on RectificationItem { id title version } }
}`;

async function edit(client: Client, title: string, index = 0): Promise<void> {
  const { data } = await askAnew(client, OPEN);
  const open = at(data, 'rectificationItems.nodes') as { id: string; version: number }[];
  const { id, version: expectedVersion } = open[index % open.length]!;
  const { data: done } = await client.query(EDIT, {
    input: { idempotencyKey: `edit-${title}-${index}`, id, expectedVersion, title },
  });
  expect(at(done, 'r.title')).toBe(title);
}

describeOnEachDatabase('kept answers', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: NOW });
  });
  afterAll(() => hub.stop());

  test('are the same text again, until the ledger changes', async () => {
    const client = hub.automation;
    const first = await client.query(LIST);
    const second = await client.query(LIST);
    expect([isKept(first), isKept(second)]).toEqual([false, true]);
    expect(second.text).toBe(first.text);
    for (const name of ['content-type', 'cache-control', 'x-content-type-options'])
      expect(second.headers.get(name), name).toBe(first.headers.get(name));
    await edit(hub.automation, '改过的标题');
    const third = await client.query(LIST);
    expect(isKept(third)).toBe(false);
    expect(third.text).toContain('改过的标题');
  });

  test('outlast sign-ins and what else moves no ledger, and end with the day', async () => {
    const client = hub.automation;
    await client.query(LIST);
    await hub.anonymous.query('{ rectificationItems { totalCount } }');
    await hub.signInAs('secretary');
    expect(isKept(await client.query(LIST))).toBe(true);
    hub.setClock(new Date('2026-03-02T15:59:59Z'));
    expect(isKept(await client.query(LIST))).toBe(true);
    hub.setClock(new Date('2026-03-02T16:00:00Z'));
    expect(isKept(await client.query(LIST))).toBe(false);
    hub.setClock(NOW);
  });

  test('are shared by people of equal rights, but for what depends on who asks', async () => {
    const [one, other, contact] = await Promise.all(
      (['leader-party', 'leader-culture', 'contact-theatre'] as const).map((who) =>
        hub.signInAs(who),
      ),
    );
    await one!.query(LIST);
    expect(isKept(await other!.query(LIST))).toBe(true);
    expect(isKept(await contact!.query(LIST))).toBe(false);
    const mine =
      '{ rectificationItems(first: 20) { nodes { id allowedActions { action allowed } } } }';
    await one!.query(mine);
    expect(isKept(await one!.query(mine))).toBe(true);
    const theirs = await other!.query(mine);
    expect(isKept(theirs)).toBe(false);
    expect(theirs.text).toBe((await askAnew(other!, mine)).text);
    for (const client of [one!, other!, one!]) {
      const { data } = await client.query('{ me { id name } }');
      expect(at(data, 'me')).toEqual(at((await askAnew(client, '{ me { id name } }')).data, 'me'));
    }
  });

  test.each([
    ['what arrived for whom', '{ notifications(first: 5) { totalCount } }'],
    ['what the search finds', '{ search(text: "制度", first: 5) { foundCount } }'],
    ['one’s sessions', '{ mySessions { id } }'],
    [
      'links to files',
      '{ rectificationItems(first: 20) { nodes { evidence { nodes { downloadUrl } } } } }',
    ],
    ['accounts', '{ people(first: 5) { nodes { account { lockedUntil } } } }'],
    ['an error', '{ rectificationItems(first: 5, filter: {text: ""}) { totalCount } }'],
    [
      'the history',
      '{ rectificationItems(first: 1) { nodes { history(first: 5) { totalCount } } } }',
    ],
  ])('never hold %s', async (_what, document) => {
    const client = await hub.signInAs('party-affairs');
    await client.query(document);
    expect(isKept(await client.query(document))).toBe(false);
  });

  test('are not given to nobody, nor to whom the session ended', async () => {
    const client = await hub.signInAs('party-affairs');
    await client.query(LIST);
    expect(isKept(await hub.anonymous.query(LIST))).toBe(false);
    const expired = new Client(hub.url, { cookie: 'taizhang_session=gone' });
    expect(isKept(await expired.query(LIST))).toBe(false);
  });

  test('always equal an answer made anew, whoever asks what between whichever changes', async () => {
    const QUESTIONS: readonly [string, object[]][] = [
      [LIST, [{}]],
      [
        'query ($first: Int!, $status: [ItemStatus!]) { rectificationItems(first: $first, filter: {status: $status}) { totalCount nodes { code title status allowedActions { action allowed reason } leadLeader { displayName } } } }',
        [
          { first: 3, status: ['CLOSED'] },
          { first: 30, status: ['IN_PROGRESS', 'PLANNED'] },
        ],
      ],
      [
        '{ rectificationMetrics { itemCount closedCount overdueCount computedAt completionRate { numerator denominator } byUnit { overdueCount } } }',
        [{}],
      ],
      ['{ correctiveMeasures(first: 20) { totalCount nodes { text status isOverdue } } }', [{}]],
      [
        '{ institutionalDocuments(first: 20) { totalCount nodes { title status allowedActions { action allowed } } } }',
        [{}],
      ],
      ['{ inspectionRounds { totalCount nodes { code areas { title } } } }', [{}]],
      ['{ people(first: 30) { totalCount nodes { displayName position } } }', [{}]],
    ];
    const people = [
      'party-affairs',
      'leader-party',
      'leader-culture',
      'secretary',
      'inspection-verify',
      'contact-theatre',
    ] as const;
    const clients = await Promise.all(people.map((who) => hub.signInAs(who)));
    const ask = fc.record({
      who: fc.nat(clients.length - 1),
      what: fc.nat(QUESTIONS.length - 1),
      variables: fc.nat(1),
    });
    const change = fc.record({ title: fc.stringMatching(/^[a-z]{4,12}$/), index: fc.nat(4) });
    let [kept, edits] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof({ arbitrary: ask, weight: 12 }, { arbitrary: change, weight: 1 }), {
          minLength: 30,
          maxLength: 30,
        }),
        async (steps) => {
          for (const step of steps) {
            if ('title' in step) {
              await edit(hub.automation, `${step.title}-${(edits += 1)}`, step.index);
              continue;
            }
            const [document, choices] = QUESTIONS[step.what]!;
            const variables = choices[step.variables % choices.length]!;
            const client = clients[step.who]!;
            const answer = await client.query(document, variables as Record<string, unknown>);
            expect(answer.errors).toBeUndefined();
            kept += Number(isKept(answer));
            expect(answer.text).toBe((await askAnew(client, document, variables)).text);
          }
        },
      ),
      { seed: 20260302, numRuns: 6 },
    );
    // Most are asked for the first time since a change, or by another.
    expect(kept).toBeGreaterThan(12);
  }, 120_000);
});

describe.runIf(inject('testDatabases').template)('two hubs on one server', () => {
  test('answer what the other changed', async () => {
    const copy = await openServerCopy(inject('demoDatabases').template!);
    const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'taizhang-two-')));
    const hubs = await Promise.all(
      folders.map((folder) =>
        startHub(testConfiguration(folder), pino({ level: 'silent' }), {
          openDatabase: () => openServer(copy.url),
          looksForJobs: false,
        }),
      ),
    );
    const authorization = `Bearer ${ADMIN_TOKEN}`;
    const [one, other] = hubs.map(({ url }) => new Client(url, { authorization }));
    for (let turn = 0; turn < 5; turn += 1) {
      await other!.query(LIST);
      expect(isKept(await other!.query(LIST))).toBe(true);
      await edit(one!, `由另一枢纽修改 ${turn}`);
      const after = await other!.query(LIST);
      expect(isKept(after)).toBe(false);
      expect(after.text).toContain(`由另一枢纽修改 ${turn}`);
    }
    for (const { stop } of hubs) await stop();
    await copy.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  }, 60_000);
});
