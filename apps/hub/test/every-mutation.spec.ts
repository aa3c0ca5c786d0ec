import type { PersonKey } from '@taizhang/demo';
import type { ItemStatus } from '@taizhang/platform';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import type { Client } from './harness/client.ts';
import { expectFold } from './harness/expect-fold.ts';
import { putItem, putMeasure } from './harness/ledger.ts';
import { CYCLES, type Cycle } from './harness/life-cycles.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { inputMaker, mutationsOf, type Random } from './harness/random-command.ts';
import { at, textAt } from './harness/read.ts';
import { seeded } from './harness/seeded.ts';
import { STORIES, WRITE_NO_ROW } from './harness/stories.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectTold, lastEvent, mutationsTold } from './harness/told-events.ts';

const MUTATIONS = new Map(mutationsOf(schema).map((mutation) => [mutation.name, mutation]));
const IN_STORIES: string[] = Object.values(STORIES).flat();
/** Whoever acts here stays signed in. */
const ENDS_SESSIONS = ['signOut', 'revokeMySession'];
const RANDOM = [...MUTATIONS.keys()].filter((name) => !ENDS_SESSIONS.includes(name));

const isRowless = (name: string) => WRITE_NO_ROW.some((rowless) => rowless === name);

/** Who together may do everything with the items of one bureau. */
const PEOPLE = [
  'inspection-register',
  'inspection-verify',
  'party-affairs',
  'secretary',
  'leader-culture',
  'leader-party',
  'contact-public-services',
  'security',
] as const satisfies PersonKey[];

/** What has to be done first, where the life cycle does not tell. */
const BEFORE: Record<string, string> = {
  failLookBackSample: 'drawLookBackReview',
  passLookBackSample: 'drawLookBackReview',
  readmitToPublicNotice: 'omitFromPublicNotice',
};
/** In these statuses the measures of an item are not carried out yet. */
const BEFORE_WORK = ['REGISTERED', 'ASSIGNED', 'PLANNED'];

/** How often a mutation that random input has not done yet is tried once more, by one after the other. */
const ROUNDS = 150;

test('every mutation is told of by a story or writes no row, and no name is made up', () => {
  const named = [...IN_STORIES, ...WRITE_NO_ROW];
  expect(named.filter((name) => !MUTATIONS.has(name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

describeOnEachDatabase('random commands of every kind', (kind) => {
  let hub: TestHub;
  let inputFor: ReturnType<typeof inputMaker>;
  let clients: Client[] = [];
  let begin = 0n;

  beforeAll(async () => {
    hub = await startTestHub(kind);
    clients = [hub.automation, ...(await Promise.all(PEOPLE.map(hub.signInAs)))];
    const contact = await hub.signInAs('contact-public-services');
    inputFor = inputMaker(hub, textAt((await contact.upload('佐证')).body, 'fileId'));
    begin = await lastEvent(hub);
  });
  afterAll(() => hub.stop());

  /** A record in a status, one made for it or any other; null without one. */
  async function recordIn({ subject, column }: Cycle, status: string, random: Random) {
    const made = random(2) ? await makeRecord(subject, status) : null;
    if (made) return made;
    const { rows } = await hub.pool.query<{ id: string }>(
      `SELECT "id"::text FROM "${subject}" ${column ? `WHERE "${column}"::text = $1` : ''} ORDER BY "id"`,
      column ? [status] : [],
    );
    return rows.length ? `${subject}_${rows[random(rows.length)]!.id}` : null;
  }

  /** A record that a step may be taken on by its status. */
  async function recordFor(name: string, random: Random): Promise<string | null> {
    const cycle = CYCLES.find(({ steps }) => name in steps);
    const from = cycle?.steps[name]!.from;
    return cycle ? recordIn(cycle, from![random(from!.length)]!, random) : null;
  }

  /** Numbered downwards: what commands register in the same area comes after the last. */
  const makeItem = (status: ItemStatus, more: Parameters<typeof putItem>[2]) =>
    putItem(hub, status, { ...more, ordinal: (ordinal -= 1) });
  let ordinal = 1_000_000;

  async function makeRecord(subject: string, status: string): Promise<string | null> {
    if (subject === 'RectificationItem') {
      const item = await makeItem(status as 'PLANNED', {
        evidence: 'ACCEPTED',
        measure: BEFORE_WORK.includes(status) ? 'APPROVED' : 'ACCEPTED',
      });
      await putRows(hub, ({ create }) =>
        create(prepared('Milestone'), { itemId: item.id, ordinal: 1, title: '阶段目标' }),
      );
      return item.apiId;
    }
    if (subject === 'CorrectiveMeasure') {
      const item = await makeItem('IN_PROGRESS', { measure: status as 'APPROVED' });
      await putMeasure(hub, item.id, 'APPROVED');
      return item.measure!.apiId;
    }
    if (subject !== 'Evidence') return null;
    return (await makeItem('IN_PROGRESS', { evidence: status as 'PENDING' })).evidence!.apiId;
  }

  /** Runs a mutation with random input. @returns whether it was done. */
  async function run(name: string, client: Client, record: string | null, random: Random) {
    const mutation = MUTATIONS.get(name)!;
    const input = await inputFor(mutation, record, random);
    const { data, text } = await client.query(mutation.document, { input });
    if (!data) throw new Error(`${name} answered ${text}: ${hub.logged.at(-1)}`);
    return !/Error$/.test(String(at(data, 'result.__typename')));
  }

  test('leave a log that folds to what is stored', { timeout: 240_000 }, async () => {
    const command = fc.record({ name: fc.constantFrom(...RANDOM), seed: fc.nat() });
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 20, maxLength: 40 }), async (commands) => {
        for (const { name, seed } of commands) {
          const random = seeded(seed);
          const client = clients[random(2) ? 0 : random(clients.length)]!;
          if (await run(name, client, await recordFor(name, random), random)) done += 1;
        }
        await expectFold(hub);
      }),
      { seed: 20_271_128, numRuns: 4, endOnFailure: true },
    );
    expect(done).toBeGreaterThan(20);
  });

  /** Tries a mutation as one after the other until somebody may. */
  async function runAsAnybody(name: string, random: Random): Promise<void> {
    const record = await recordFor(name, random);
    for (const client of clients) if (await run(name, client, record, random)) return;
  }

  /** Leads a new record of a life cycle on the way to where a step begins. */
  async function leadTo(name: string, random: Random): Promise<void> {
    const cycle = CYCLES.find(({ steps }) => name in steps);
    const subject = cycle?.subject ?? MUTATIONS.get(name)!.answers;
    const makers = [...MUTATIONS.values()].filter(
      ({ answers, input }) => answers === subject && input && !input.getFields()['id'],
    );
    if (makers.length) await runAsAnybody(makers[random(makers.length)]!.name, random);
    const way: string[] = [];
    for (let first = cycle?.steps[name]; first && way.length < 6;) {
      const before = Object.entries(cycle!.steps).find(
        ([action, { to, permission }]) =>
          permission && first!.from.includes(to) && !way.includes(action) && action !== name,
      );
      if (before) way.unshift(before[0]);
      first = before?.[1];
    }
    for (const action of [...way, ...(BEFORE[name] ? [BEFORE[name]] : [])])
      await runAsAnybody(action, random);
  }

  test('each did something at least once', { timeout: 240_000 }, async () => {
    const wanted = RANDOM.filter((name) => !IN_STORIES.includes(name) && !isRowless(name));
    for (const name of RANDOM.filter(isRowless)) await runAsAnybody(name, seeded(1));
    for (let round = 0; round < ROUNDS; round += 1) {
      const done = new Set(await mutationsTold(hub, begin));
      const left = wanted.filter((name) => !done.has(name));
      if (!left.length) break;
      for (const name of left) {
        const random = seeded(round * 1_000 + RANDOM.indexOf(name));
        if (round) await leadTo(name, random);
        await runAsAnybody(name, random);
      }
    }
    await expectFold(hub);
    await expectTold(hub, begin, wanted);
    expect((await mutationsTold(hub, begin)).filter(isRowless)).toEqual([]);
  });
});
