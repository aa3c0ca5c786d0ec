import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const WATCH = `{ auditWatch {
  checkedAt checkedEvents checkedRows faults { fault place } anchoredAt anchoredTo places { name error }
} auditAnchors { checked anchoredTo firstBad { fault } } }`;
const NOW = new Date('2027-01-04T00:00:00Z');
const daysLater = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

describeOnEachDatabase('watching over the log', (kind) => {
  let hub: TestHub;
  beforeEach(async () => {
    hub = await startTestHub(kind, { now: NOW });
  });
  afterEach(() => hub.stop());

  const ready = async () => (await (await hub.anonymous.fetch('/readyz')).json()) as object;
  const metrics = async () => (await hub.automation.fetch('/metrics')).text();
  const watchANight = async (days = 1.1) => {
    hub.setClock(daysLater(days));
    await hub.runDueJobs();
  };

  test('finds it whole each night, and says so where people and machines look', async () => {
    await hub.runDueJobs();
    expect(await ready()).toMatchObject({
      status: 'ok',
      log: { state: 'UNCHECKED', checkedAt: null, anchoredAt: NOW.toISOString(), failingPlaces: 0 },
    });
    await watchANight();
    const { data } = await hub.automation.query(WATCH);
    expect(data).toMatchObject({
      auditWatch: {
        checkedAt: daysLater(1.1).toISOString(),
        faults: [],
        places: [{ name: 'file', error: null }],
      },
      auditAnchors: { firstBad: null },
    });
    expect(at(data, 'auditWatch.checkedEvents')).toBeGreaterThan(500);
    expect(at(data, 'auditWatch.checkedRows')).toBeGreaterThan(300);
    expect(await ready()).toMatchObject({ status: 'ok', log: { state: 'WHOLE' } });
    const text = await metrics();
    expect(text).toContain('taizhang_log_faults 0');
    expect(text).toContain(
      `taizhang_log_checked_timestamp_seconds ${daysLater(1.1).getTime() / 1000}`,
    );
    expect(text).toMatch(/taizhang_log_anchored_position [1-9]/);
    expect(hub.logged).toEqual([]);
  });

  test('names what was changed, removed and cut off, in the log of the hub too', async () => {
    await hub.runDueJobs();
    // What other jobs wrote meanwhile is anchored a quarter of an hour later.
    hub.setClock(daysLater(0.011));
    await hub.runDueJobs();
    const item = await hub.db.rectificationItem.findFirstOrThrow();
    const { anchoredTo } = await hub.db.logWatch.findFirstOrThrow();
    const before = await hub.db.eventLink.findUniqueOrThrow({
      where: { position: anchoredTo! - 1n },
    });
    await hub.pool.query(`
      SET session_replication_role = replica;
      UPDATE "RectificationItem" SET "title" = 'geheim' WHERE "id" = '${item.id}';
      DELETE FROM "Event" WHERE "id" > ${before.eventId};
      DELETE FROM "EventLink" WHERE "position" > ${before.position};
      UPDATE "EventChain" SET "position" = ${before.position}, "linkHash" = '${before.linkHash}';
      SET session_replication_role = origin;`);
    await watchANight();
    const { data } = await hub.automation.query(WATCH);
    expect(listAt(data, 'auditWatch.faults')).toEqual(
      expect.arrayContaining([
        { fault: 'ROW_CHANGED', place: `RectificationItem_${item.id}` },
        { fault: 'ANCHOR_CONTRADICTED', place: expect.stringMatching(/^\d+:\d+$/) as string },
      ]),
    );
    expect(textAt(data, 'auditAnchors.firstBad.fault')).toBe('ANCHOR_CONTRADICTED');
    // What anybody may read says that something was found, and the hub goes on.
    expect(await ready()).toMatchObject({ status: 'ok', log: { state: 'BROKEN' } });
    expect(JSON.stringify(await ready())).not.toMatch(/ROW_CHANGED|geheim/);
    expect(await metrics()).toMatch(/taizhang_log_faults [1-9]/);
    expect(hub.logged.join('')).toContain('the log is not what was written');
    expect(hub.logged.join('')).not.toContain('geheim');
  });

  test('is told to the audit administrator of the whole tree alone', async () => {
    const client = await hub.signInAs('party-affairs');
    for (const query of ['{ auditWatch { checkedAt } }', '{ auditAnchors { checked } }'])
      expect(textAt((await client.query(query)).errors, '0.extensions.code')).toBe('FORBIDDEN');
  });

  test('anchors lie beside the database, where the audit administrator reads how far they reach', async () => {
    const lines = readFileSync(join(hub.dataDir, 'anchors/anchors.jsonl'), 'utf8').trimEnd();
    const { data } = await hub.automation.query(WATCH);
    expect(at(data, 'auditAnchors')).toMatchObject({ checked: lines.split('\n').length });
  });
});
