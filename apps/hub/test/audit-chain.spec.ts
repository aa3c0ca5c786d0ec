import { randomUUID } from 'node:crypto';
import {
  checkChain,
  newKey,
  note,
  Prisma,
  purgeAuditEvents,
  recordAudit,
  startChain,
  type ChainEnd,
  type HashAlgorithm,
} from '@taizhang/platform';
import { bilingual, defineEvents } from '@taizhang/platform/rules';
import {
  describeOnEachDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepared, putRows } from './harness/put-rows.ts';

const NOW = new Date();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const told = { subject: 'Person', tells: ['z', 'a'], words: bilingual('试', 'test') } as const;
/** What is no change may be forgotten. */
const EVENTS = defineEvents({
  PERSON_CHANGED: { kind: 'CHANGE', ...told },
  SIGNED_IN: { kind: 'SIGN_IN', ...told },
  FILE_DOWNLOADED: { kind: 'READ', ...told },
  EXPORTED: { kind: 'EXPORT', ...told },
});

describeOnEachDatabase('the chain over all events', (kind) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(kind);
  });
  afterEach(() => database.close());

  const start = (algorithm: HashAlgorithm = 'SM3') => startChain(database.db, NOW, algorithm);
  const record = (type: keyof typeof EVENTS, at = NOW) =>
    recordAudit(
      database.db,
      { caller: null, actorName: '某岗位', now: at, address: '127.0.0.1' },
      note(EVENTS[type], {
        subjectId: newKey(),
        after: { z: 1.5, a: ['甲', { c: 1, b: null }] },
      }),
    );
  const change = () => record('PERSON_CHANGED');
  const check = async (noted: ChainEnd | null = null) => {
    const { firstBad, isFinished } = await checkChain(database.db, {
      after: 0n,
      limit: 10_000,
      noted,
    });
    expect(isFinished).toBe(true);
    return firstBad;
  };
  const lastEventId = async () =>
    (await database.db.event.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;

  /** Changes a table as somebody with the database's password would. */
  async function behindTheBack(table: string, statement: string) {
    await database.pool.query(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    await database.pool.query(statement);
    await database.pool.query(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  }

  /** A chain with three changes in its middle; returns the middle one. */
  async function threeChanges() {
    await start();
    await change();
    await change();
    const eventId = await lastEventId();
    await change();
    const { position } = await database.db.eventLink.findUniqueOrThrow({ where: { eventId } });
    expect(await check()).toBeNull();
    return { eventId, position };
  }

  test('events, links and the end can only be appended to', async () => {
    await threeChanges();
    for (const statement of [
      'UPDATE "Event" SET "reason" = \'x\'',
      'DELETE FROM "Event"',
      'TRUNCATE "Event" CASCADE',
      'UPDATE "EventLink" SET "kind" = \'READ\'',
      'DELETE FROM "EventLink"',
      'TRUNCATE "EventLink"',
      'DELETE FROM "EventChain"',
    ])
      await expect(database.pool.query(statement), statement).rejects.toThrow(/only ever appended/);
    await expect(
      database.pool.query(
        'INSERT INTO "EventChain" ("id", "position", "linkHash", "algorithm") VALUES (false, 0, \'\', \'SM3\')',
      ),
    ).rejects.toThrow(/EventChain_is_one/);
  });

  const columns = Object.keys(Prisma.EventScalarFieldEnum).filter((column) => column !== 'id');
  test.each(columns)('an event whose %s was edited in SQL is named', async (column) => {
    const { eventId, position } = await threeChanges();
    const other: Record<string, string> = {
      occurredAt: `"occurredAt" - interval '1 millisecond'`,
      kind: `'READ'`,
      subjectId: `'${randomUUID()}'`,
      subjectVersion: '7',
      itemId: `'${randomUUID()}'`,
      organizationId: `'${randomUUID()}'`,
      clientId: `'${randomUUID()}'`,
      onBehalfOfId: `'${randomUUID()}'`,
      actId: `'${randomUUID()}'`,
      operation: `'REMOVE'`,
      actKind: `'UNDO'`,
      placesBefore: `'{x}'`,
      placesAfter: `'{x}'`,
      before: `'{"a": 1}'`,
      after: `'{"z": 1.5, "a": ["甲", {"c": 2, "b": null}]}'`,
    };
    const isPerson = column === 'actorPersonId';
    const value = other[column] ?? `'x'`;
    const personId = isPerson ? await addPerson() : '';
    await behindTheBack(
      'Event',
      `UPDATE "Event" SET "${column}" = ${isPerson ? `'${personId}'` : value} WHERE "id" = ${eventId}`,
    );
    expect(await check()).toEqual({ fault: 'CONTENT_CHANGED', position, eventId });
  });

  const addPerson = () =>
    putRows(database, async ({ create }) => {
      const place = { code: 'A', name: '甲区', kind: 'DISTRICT' as const, path: 'A/' };
      const { id: organizationId } = await create(prepared('Organization'), place);
      return (await create(prepared('Person'), { displayName: '某岗位', organizationId })).id;
    });

  test('an event that was removed, and its link, are named', async () => {
    const { eventId, position } = await threeChanges();
    await behindTheBack('Event', `DELETE FROM "Event" WHERE "id" = ${eventId}`);
    expect(await check()).toEqual({ fault: 'EVENT_MISSING', position, eventId });
    await behindTheBack('EventLink', `DELETE FROM "EventLink" WHERE "eventId" = ${eventId}`);
    expect(await check()).toEqual({ fault: 'LINK_MISSING', position, eventId: null });
  });

  test('an event whose link alone was removed is named', async () => {
    const { eventId, position } = await threeChanges();
    await behindTheBack('EventLink', `DELETE FROM "EventLink" WHERE "eventId" = ${eventId}`);
    expect(await check()).toEqual({ fault: 'LINK_MISSING', position, eventId });
  });

  test('a link that was edited so that it fits the edited event is named', async () => {
    const { eventId, position } = await threeChanges();
    await behindTheBack(
      'EventLink',
      `UPDATE "EventLink" SET "contentHash" = repeat('a', 64) WHERE "eventId" = ${eventId}`,
    );
    expect(await check()).toEqual({ fault: 'LINK_CHANGED', position, eventId });
  });

  test('a link whose hash was recomputed is named at the next one', async () => {
    const { eventId, position } = await threeChanges();
    await behindTheBack(
      'EventLink',
      `UPDATE "EventLink" SET "linkHash" = repeat('a', 64) WHERE "eventId" = ${eventId}`,
    );
    expect(await check()).toEqual({ fault: 'LINK_CHANGED', position, eventId });
  });

  test('a change passed off as something that may be forgotten is named', async () => {
    const { eventId, position } = await threeChanges();
    await behindTheBack('Event', `DELETE FROM "Event" WHERE "id" = ${eventId}`);
    await behindTheBack(
      'EventLink',
      `UPDATE "EventLink" SET "kind" = 'READ', "occurredAt" = '2000-01-01' WHERE "eventId" = ${eventId}`,
    );
    expect(await check()).toEqual({ fault: 'LINK_CHANGED', position, eventId });
  });

  test('an event slipped in is named, in the middle and at the end', async () => {
    await threeChanges();
    await database.pool.query(
      `INSERT INTO "Event" ("type", "subjectType", "actorName") VALUES ('ITEM_CLOSED', 'RectificationItem', '某岗位')`,
    );
    const slipped = await lastEventId();
    expect(await check()).toMatchObject({ fault: 'EVENT_NOT_LINKED', eventId: slipped });
    await change();
    expect(await check()).toMatchObject({ fault: 'EVENT_NOT_LINKED', eventId: slipped });
    // A start does not make it part of the log either.
    await start();
    expect(await check()).toMatchObject({ fault: 'EVENT_NOT_LINKED', eventId: slipped });
  });

  test('a chain cut off at its end is named, and so is an end that was moved', async () => {
    const { position } = await threeChanges();
    await behindTheBack('EventLink', `DELETE FROM "EventLink" WHERE "position" > ${position}`);
    await behindTheBack('Event', `DELETE FROM "Event" WHERE "id" = ${await lastEventId()}`);
    expect(await check()).toEqual({ fault: 'END_CUT_OFF', position: position + 1n, eventId: null });
    await database.pool.query(`UPDATE "EventChain" SET "position" = ${position - 1n}`);
    expect(await check()).toMatchObject({ fault: 'END_CHANGED' });
  });

  test('a chain cut off together with its end contradicts the end noted outside', async () => {
    const { position } = await threeChanges();
    const { db } = database;
    const { end } = await checkChain(db, { after: 0n, limit: 10_000 });
    expect(await check(end)).toBeNull();
    await behindTheBack('EventLink', `DELETE FROM "EventLink" WHERE "position" > ${position}`);
    await behindTheBack('Event', `DELETE FROM "Event" WHERE "id" = ${await lastEventId()}`);
    const { linkHash } = await db.eventLink.findUniqueOrThrow({ where: { position } });
    await db.eventChain.updateMany({ data: { position, linkHash } });
    expect(await check()).toBeNull();
    expect(await check(end)).toMatchObject({ fault: 'END_CUT_OFF' });
    await change();
    expect(await check(end)).toMatchObject({ fault: 'NOTE_CONTRADICTED', position: position + 1n });
  });

  test('a chain from which everything was removed is named, its end moved back or gone', async () => {
    await threeChanges();
    await behindTheBack('EventLink', 'DELETE FROM "EventLink"');
    await behindTheBack('Event', 'DELETE FROM "Event"');
    expect(await check()).toMatchObject({ fault: 'CHAIN_EMPTIED', position: 1n });
    const zero = `"position" = 0, "linkHash" = repeat('0', 64)`;
    await database.pool.query(`UPDATE "EventChain" SET ${zero}`);
    expect(await check()).toMatchObject({ fault: 'CHAIN_EMPTIED', position: 1n });
    await behindTheBack('EventChain', 'DELETE FROM "EventChain"');
    expect(await check()).toMatchObject({ fault: 'CHAIN_EMPTIED', position: 1n });
  });

  test('goes on under another algorithm, and says so in the log', async () => {
    await start('SM3');
    await change();
    await start('SHA256');
    await change();
    expect(await check()).toBeNull();
    const links = await database.db.eventLink.groupBy({ by: ['algorithm'], _count: true });
    expect(new Map(links.map((link) => [link.algorithm, link._count]))).toEqual(
      new Map([
        ['SM3', 2],
        ['SHA256', 2],
      ]),
    );
    expect(
      await database.db.event.findFirst({ where: { type: 'AUDIT_HASH_CHANGED' } }),
    ).toMatchObject({
      before: { algorithm: 'SM3' },
      after: { algorithm: 'SHA256' },
    });
  });

  test('events older than the chain are sealed at the start, once, and the log says how many', async () => {
    await database.pool.query(
      `INSERT INTO "Event" ("type", "subjectType", "actorName")
       SELECT 'ITEM_EDITED', 'RectificationItem', '某岗位' FROM generate_series(1, 2500)`,
    );
    await start();
    await start();
    expect(await check()).toBeNull();
    const started = await database.db.event.findMany({ where: { type: 'AUDIT_CHAIN_STARTED' } });
    expect(started).toMatchObject([{ after: { sealedEvents: 2500 }, address: null }]);
    expect(await database.db.eventLink.count()).toBe(2501);
  });

  test('is checked in pages, each going on where the last one ended', async () => {
    const { eventId, position } = await threeChanges();
    let after = 0n;
    let calls = 0;
    for (let isFinished = false; !isFinished; calls += 1) {
      const page = await checkChain(database.db, { after, limit: 1 });
      expect(page.firstBad).toBeNull();
      after = page.checkedThrough;
      ({ isFinished } = page);
    }
    expect(calls).toBe(5);
    await behindTheBack('Event', `UPDATE "Event" SET "reason" = 'x' WHERE "id" = ${eventId}`);
    expect(await checkChain(database.db, { after: position - 1n, limit: 1 })).toMatchObject({
      firstBad: { fault: 'CONTENT_CHANGED', eventId },
    });
  });

  test('stays linear when many write at once', async () => {
    await start();
    await Promise.all(Array.from({ length: 20 }, change));
    expect(await check()).toBeNull();
    const links = await database.db.eventLink.findMany({ orderBy: { position: 'asc' } });
    expect(links.map(({ position }) => Number(position))).toEqual(
      links.map((_, index) => index + 1),
    );
    // Whoever reads on after the last id it knows misses nothing that commits later.
    const ids = links.map(({ eventId }) => eventId);
    expect([...ids].sort((left, right) => Number(left - right))).toEqual(ids);
  });

  test('a purge forgets old sign-ins, reads and exports only; the chain stays whole', async () => {
    await start();
    for (const type of ['SIGNED_IN', 'FILE_DOWNLOADED', 'EXPORTED', 'PERSON_CHANGED'] as const)
      for (const days of [400, 190]) await record(type, daysAgo(days));
    expect(await purgeAuditEvents(database.db, NOW, 200)).toBe(3);
    expect(await check()).toBeNull();
    expect(await database.db.event.count({ where: { type: 'PERSON_CHANGED' } })).toBe(2);
    expect(await database.db.event.count({ where: { kind: { not: 'CHANGE' } } })).toBe(3);
    expect(
      await database.db.event.findFirst({ where: { type: 'AUDIT_EVENTS_PURGED' } }),
    ).toMatchObject({
      after: { occurredBefore: daysAgo(200).toISOString(), removed: 3 },
    });
    // With nothing to forget nothing is written.
    expect(await purgeAuditEvents(database.db, NOW, 200)).toBe(0);
    expect(await database.db.event.count({ where: { type: 'AUDIT_EVENTS_PURGED' } })).toBe(1);
  });

  test('after a purge, whatever else is gone is still named', async () => {
    await start();
    await record('PERSON_CHANGED', daysAgo(400));
    const changed = await lastEventId();
    await record('SIGNED_IN', daysAgo(400));
    await record('SIGNED_IN', daysAgo(190));
    const recent = await lastEventId();
    await purgeAuditEvents(database.db, NOW, 200);
    await behindTheBack('Event', `DELETE FROM "Event" WHERE "id" = ${recent}`);
    expect(await check()).toMatchObject({ fault: 'EVENT_REMOVED_EARLY', eventId: recent });
    await behindTheBack('Event', `DELETE FROM "Event" WHERE "id" = ${changed}`);
    expect(await check()).toMatchObject({ fault: 'EVENT_MISSING', eventId: changed });
  });

  test('an old sign-in removed without a recorded purge is named', async () => {
    await start();
    await record('SIGNED_IN', daysAgo(400));
    const eventId = await lastEventId();
    await behindTheBack('Event', `DELETE FROM "Event" WHERE "id" = ${eventId}`);
    expect(await check()).toMatchObject({ fault: 'EVENT_REMOVED_EARLY', eventId });
  });

  test('the database itself refuses a purge of changes, and of what is younger than 184 days', async () => {
    await start();
    await record('PERSON_CHANGED', daysAgo(400));
    const changed = await lastEventId();
    await record('SIGNED_IN', daysAgo(183));
    const recent = await lastEventId();
    for (const eventId of [changed, recent])
      await expect(
        database.db.$transaction(async (tx) => {
          await tx.$queryRaw`SELECT set_config('taizhang.purge_before', '2999-01-01', true)`;
          await tx.$executeRaw`DELETE FROM "Event" WHERE "id" = ${eventId}`;
        }),
      ).rejects.toThrow(/only ever appended/);
    await expect(purgeAuditEvents(database.db, NOW, 183)).rejects.toThrow(RangeError);
  });
});
