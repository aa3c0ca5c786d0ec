import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from './harness/client.ts';
import { ADMIN_TOKEN, OPEN_SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

const METRICS_TOKEN = 'a-token-for-metrics-and-for-nothing-else';
const ITEMS = '{ rectificationItems(first: 1) { nodes { code } } }';

describeOnEachDatabase('the metrics', (kind) => {
  let hub: TestHub;
  let prometheus: Client;
  beforeAll(async () => {
    hub = await startTestHub(kind, {
      configuration: {
        metricsToken: METRICS_TOKEN,
        signIn: { ...OPEN_SIGN_IN, requestsPerMinute: 12 },
      },
    });
    prometheus = new Client(hub.url, { authorization: `Bearer ${METRICS_TOKEN}` });
  });
  afterAll(() => hub.stop());

  /** The value of each series, by its name and labels as printed. */
  async function read(): Promise<Map<string, number>> {
    const response = await prometheus.fetch('/metrics');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const lines = (await response.text()).split('\n').filter((line) => /^[a-z]/.test(line));
    return new Map(
      lines.map((line) => {
        const at = line.lastIndexOf(' ');
        return [line.slice(0, at), Number(line.slice(at + 1))];
      }),
    );
  }

  test('count requests by how they ended, and tell where the ledger stands', async () => {
    const before = await read();
    const gained = (after: Map<string, number>, series: string) =>
      (after.get(series) ?? 0) - (before.get(series) ?? 0);
    await hub.automation.query(ITEMS);
    await hub.automation.query(ITEMS);
    await hub.automation.query('{ nothingOfThatName }');
    await hub.automation.query(`{ ${'me { name } '.repeat(200)} }`);
    await hub.anonymous.fetch('/made/up');
    const after = await read();
    expect(gained(after, 'taizhang_graphql_operations_total{outcome="ok"}')).toBe(1);
    for (const code of ['GRAPHQL_VALIDATION_FAILED', 'DOCUMENT_LIMIT'])
      expect(gained(after, `taizhang_graphql_operations_total{outcome="${code}"}`)).toBe(1);
    expect(gained(after, 'taizhang_request_seconds_count{endpoint="other",status="404"}')).toBe(1);
    expect(gained(after, 'taizhang_kept_answers_hits_total')).toBe(1);
    expect(after.get('taizhang_database_connections_most')).toBe(hub.pool.options.max);
    const chain = await hub.db.eventChain.findFirstOrThrow();
    expect(after.get('taizhang_chain_position')).toBe(Number(chain.position));
    expect(after.get('taizhang_ledger_position')).toBe(Number(chain.changeId));
    for (const series of [
      'taizhang_database_connections_in_use',
      'taizhang_database_waiting',
      'taizhang_search_queue',
      'taizhang_jobs_due',
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
    ])
      expect(after.get(series), series).toBeGreaterThanOrEqual(0);
  });

  test('tell of accounts that are locked and of jobs that were given up', async () => {
    const account = await hub.db.account.findFirstOrThrow();
    const lockedUntil = new Date(Date.now() + 600_000);
    const lock = { accountId: account.id, lockedUntil, triedAt: new Date() };
    await hub.db.signInOrigin.createMany({
      data: ['address:203.0.113.7', 'address:203.0.113.8'].map((origin) => ({ ...lock, origin })),
    });
    await hub.db.job.create({
      data: { name: 'x', key: 'x', data: {}, runAt: new Date(), failedAt: new Date() },
    });
    const numbers = await read();
    expect(numbers.get('taizhang_accounts_locked')).toBe(1);
    expect(numbers.get('taizhang_jobs_failed')).toBe(1);
  });

  test('are for the tokens of the hub and of the metrics alone, and that one opens nothing else', async () => {
    const status = async (token?: string) =>
      (
        await new Client(hub.url, token ? { authorization: `Bearer ${token}` } : {}).fetch(
          '/metrics',
        )
      ).status;
    expect(await status()).toBe(401);
    expect(await status('another-token-that-nobody-gave-out')).toBe(401);
    expect(await status(ADMIN_TOKEN)).toBe(200);
    expect((await (await hub.signInAs('admin')).fetch('/metrics')).status).toBe(401);
    const answer = await prometheus.query(ITEMS);
    expect(answer.status).toBe(401);
  });

  test('say nothing of people and of what they asked for', async () => {
    const text = await (await prometheus.fetch('/metrics')).text();
    const people = await hub.db.person.findMany();
    for (const { id } of people) expect(text).not.toContain(id);
    expect(text).not.toContain('127.0.0.1');
    expect(text).not.toContain('made');
  });

  test('go on while callers are slowed, and count those', async () => {
    const slowed = async () => (await hub.anonymous.query(ITEMS)).status === 429;
    for (let n = 0; n < 12; n += 1) await slowed();
    expect(await slowed()).toBe(true);
    for (let n = 0; n < 15; n += 1) await read();
    const numbers = await read();
    const refused = 'taizhang_request_seconds_count{endpoint="graphql",status="429"}';
    expect(numbers.get(refused)).toBeGreaterThan(0);
  });
});
