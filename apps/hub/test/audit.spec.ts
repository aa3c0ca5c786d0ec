import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { note, recordAudit } from '@taizhang/platform';
import { bilingual, defineEvents } from '@taizhang/platform/rules';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachText } from './harness/attach-text.ts';
import { change } from './harness/change.ts';
import type { Client } from './harness/client.ts';
import { person, putItem, unit } from './harness/ledger.ts';
import { putDemoPerson } from './harness/local-account.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const LOG = `query ($filter: AuditEventFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node {
      id occurredAt kind type subjectType subjectId subjectVersion actorId actorName address
      changedFields isRedacted reason before after
    } }
  }
}`;
const CHAIN = `query ($after: Int, $limit: Int, $noted: AuditChainNote) {
  auditChain(after: $after, limit: $limit, noted: $noted) {
    state checkedThrough endPosition endHash firstBad { fault position eventId message }
  }
}`;
const EXPORT = `mutation ($input: RecordExportInput!) {
  recordExport(input: $input) {
    __typename
    ... on RecordedExport { id }
    ... on ValidationError { fieldErrors { path } }
    ... on Error { code }
  }
}`;

describeOnEachDatabase('the audit log', (kind) => {
  let hub: TestHub;
  let auditor: Client;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    auditor = await hub.signInAs('audit');
  });
  afterAll(() => hub.stop());

  const read = async (filter: object = {}, client = auditor) => {
    const answer = await client.query(LOG, { filter, first: 100 });
    return listAt(answer.data, 'auditEvents.edges').map((edge) => at(edge, 'node'));
  };
  const lastId = async () => (await hub.db.event.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
  const since = (id: bigint) =>
    hub.db.event.findMany({ where: { id: { gt: id } }, orderBy: { id: 'asc' } });

  describe('who reads it', () => {
    test.each(['secretary', 'party-affairs', 'inspection-verify', 'admin', 'security', 'viewer'])(
      '%s does not, nor checks the chain, and leaves no trace in it',
      async (loginName) => {
        const client = await hub.signInAs(loginName as PersonKey);
        const before = await lastId();
        for (const document of [LOG, CHAIN])
          expect(at((await client.query(document)).errors, '0.extensions.code')).toBe('FORBIDDEN');
        expect(await lastId()).toBe(before);
      },
    );

    test('an audit administrator of one bureau sees that bureau’s events only', async () => {
      const { id } = await putDemoPerson(hub, 'model-audit', {
        role: 'AUDIT_ADMINISTRATOR',
        organizationId: unit('SF'),
        displayName: '示范局审计员',
      });
      const client = await hub.signInAs('model-audit' as PersonKey);
      const answer = await client.query(LOG, { first: 100 });
      const own = await hub.db.event.count({
        where: { OR: [{ organizationId: { in: [unit('SF'), unit('ZH')] } }] },
      });
      expect(numberAt(answer.data, 'auditEvents.totalCount')).toBe(own);
      expect(own).toBeLessThan(await hub.db.event.count());
      expect(own).toBeGreaterThan(1);
      expect(at((await client.query(CHAIN)).errors, '0.extensions.code')).toBe('FORBIDDEN');
      expect(await read({ actorId: `Person_${id}` })).not.toEqual([]);
    });

    test('opening it is an event, once a request', async () => {
      const before = await lastId();
      const answer = await auditor.query(`{
        a: auditEvents(first: 1) { totalCount }
        b: auditEvents(first: 1, filter: { kind: EXPORT }) { totalCount }
      }`);
      expect(answer.errors).toBeUndefined();
      expect(await since(before)).toMatchObject([
        {
          type: 'AUDIT_LOG_OPENED',
          kind: 'READ',
          actorPersonId: person('audit'),
          address: expect.stringContaining('127.0.0.1') as string,
        },
      ]);
    });
  });

  describe('what it shows', () => {
    test('who changed which fields of the ledger, from where, but not what they say', async () => {
      const item = await putItem(hub, 'IN_PROGRESS');
      const secret = `不得外传${randomUUID()}`;
      const done = await change(
        await hub.signInAs('party-affairs'),
        'editRectificationItem',
        await editOf(item.id, { title: secret }),
      );
      expect(at(done, '__typename')).toBe('RectificationItem');
      const [event] = await read({ subjectId: `RectificationItem_${item.id}` });
      expect(event).toMatchObject({
        kind: 'CHANGE',
        type: 'ITEM_EDITED',
        actorId: `Person_${person('party-affairs')}`,
        actorName: '党群科科长',
        subjectVersion: 2,
        isRedacted: true,
        reason: null,
        before: null,
        after: null,
      });
      expect(listAt(event, 'changedFields')).toContain('title');
      expect(textAt(event, 'address')).toContain('127.0.0.1');
      expect((await auditor.query(LOG, { first: 100 })).text).not.toContain(secret);
    });

    test('what changed in the administration, in full', async () => {
      const code = `N${randomUUID().slice(0, 6).toUpperCase()}`;
      const added = await (
        await hub.signInAs('admin')
      ).query(
        `mutation ($input: AddOrganizationInput!) { addOrganization(input: $input) { __typename ... on Organization { id } } }`,
        {
          input: {
            idempotencyKey: randomUUID(),
            code,
            name: '新局',
            kind: 'BUREAU',
            parentId: `Organization_${unit('MH')}`,
          },
        },
      );
      const id = textAt(added.data, 'addOrganization.id');
      expect(await read({ subjectId: id })).toMatchObject([
        { type: 'ORGANIZATION_ADDED', isRedacted: false, after: { code, name: '新局' } },
      ]);
    });

    test('who took a file', async () => {
      const client = await hub.signInAs('contact-public-services');
      const { id, url } = await attachText(hub, client, '会议记录.txt', randomUUID());
      const before = await lastId();
      const response = await client.fetch(url);
      expect(response.status).toBe(200);
      await response.arrayBuffer();
      expect(await since(before)).toMatchObject([
        { type: 'FILE_DOWNLOADED', kind: 'READ', actorPersonId: person('contact-public-services') },
      ]);
      expect(await read({ subjectId: id })).toMatchObject([
        { type: 'FILE_DOWNLOADED' },
        { type: 'EVIDENCE_ATTACHED', isRedacted: true },
      ]);
    });

    test.each([
      [{ kind: 'SIGN_IN' }, 'kind', ['SIGN_IN']],
      [{ type: 'ITEM_REGISTERED' }, 'type', ['ITEM_REGISTERED']],
      [{ address: '203.0.113.9' }, 'address', []],
      [{ subjectId: 'RectificationItem_nothing' }, 'id', []],
      [{ from: '2190-01-01T00:00:00Z' }, 'id', []],
      [{ to: '1990-01-01T00:00:00Z' }, 'id', []],
    ])('%j: only what the filter names', async (filter, field, values) => {
      const found = await read(filter);
      expect([...new Set(found.map((event) => at(event, field)))]).toEqual(values);
    });

    test('newest first, in pages that leave nothing out', async () => {
      const filter = { to: new Date().toISOString() };
      const all = await read(filter);
      const paged: unknown[] = [];
      let after: string | null = null;
      do {
        const { data } = await auditor.query(LOG, { filter, first: 7, after });
        paged.push(...listAt(data, 'auditEvents.edges').map((edge) => at(edge, 'node.id')));
        after = at(data, 'auditEvents.pageInfo.hasNextPage')
          ? textAt(data, 'auditEvents.pageInfo.endCursor')
          : null;
      } while (after && paged.length < all.length);
      expect(paged.slice(0, all.length)).toEqual(all.map((event) => at(event, 'id')));
      const ids = paged.map(Number);
      expect([...ids].sort((left, right) => right - left)).toEqual(ids);
    });
  });

  describe('what an event is called', () => {
    test('the words of its catalogue, in both languages', async () => {
      const { data } = await auditor.query(
        '{ auditEvents(first: 1, filter: { type: [AUDIT_LOG_OPENED] }) { nodes { type words } } }',
      );
      expect(at(data, 'auditEvents.nodes')).toEqual([
        { type: 'AUDIT_LOG_OPENED', words: '打开审计日志 / Audit log opened' },
      ]);
    });

    test('its type, where another version of the hub wrote it', async () => {
      const { LATER } = defineEvents({
        LATER: { kind: 'CHANGE', subject: 'Person', words: bilingual('试', 'test') },
      });
      const by = { caller: null, now: new Date(), address: '198.51.100.77' };
      await recordAudit(hub.db, by, note(LATER, { subjectId: person('audit') }));
      const { data } = await auditor.query(
        '{ auditEvents(filter: { address: "198.51.100.77" }) { nodes { type words } } }',
      );
      expect(at(data, 'auditEvents.nodes')).toEqual([{ type: null, words: 'LATER / LATER' }]);
    });

    test('no other can be asked for', async () => {
      const { errors } = await auditor.query(
        '{ auditEvents(filter: { type: [SOMETHING_ELSE] }) { totalCount } }',
      );
      expect(at(errors, '0.message')).toContain('SOMETHING_ELSE');
    });
  });

  describe('exports', () => {
    const input = (fields: object = {}) => ({
      idempotencyKey: randomUUID(),
      subject: '年度整改情况',
      formats: ['docx', 'pdf'],
      scope: '2025 MH-WL',
      ...fields,
    });

    test('are recorded once for a key, and never forgotten by a repetition', async () => {
      const client = await hub.signInAs('party-affairs');
      const before = await lastId();
      const sent = input();
      const first = await client.query(EXPORT, { input: sent });
      const second = await client.query(EXPORT, { input: sent });
      const id = textAt(first.data, 'recordExport.id');
      expect(textAt(second.data, 'recordExport.id')).toBe(id);
      expect(await since(before)).toHaveLength(1);
      expect(await read({ subjectId: id })).toMatchObject([
        {
          kind: 'EXPORT',
          type: 'EXPORTED',
          after: { subject: '年度整改情况', formats: ['docx', 'pdf'], scope: '2025 MH-WL' },
        },
      ]);
    });

    test.each([
      ['subject', ''],
      ['formats', []],
      ['scope', 'x'.repeat(501)],
    ])('without a usable %s are refused', async (field, value) => {
      const client = await hub.signInAs('party-affairs');
      const before = await lastId();
      const answer = await client.query(EXPORT, { input: input({ [field]: value }) });
      expect(at(answer.data, 'recordExport.__typename')).toBe('ValidationError');
      expect(at(answer.data, 'recordExport.fieldErrors.0.path.0')).toBe(field);
      expect(await lastId()).toBe(before);
    });

    test('of nobody are refused', async () => {
      const answer = await hub.anonymous.query(EXPORT, { input: input() });
      expect(at(answer.data, 'recordExport.code')).toBe('FORBIDDEN');
    });
  });

  describe('the chain', () => {
    test('is whole from the demonstration’s first event on, and every new event has its address', async () => {
      const answer = await auditor.query(CHAIN);
      const check = at(answer.data, 'auditChain');
      expect(check).toMatchObject({ state: 'WHOLE', firstBad: null });
      expect(numberAt(check, 'endPosition')).toBe(await hub.db.event.count());
      const started = await hub.db.event.findFirstOrThrow({
        where: { type: 'AUDIT_CHAIN_STARTED' },
      });
      const fresh = await since(started.id);
      expect(fresh.length).toBeGreaterThan(5);
      // The hub's own work comes from nowhere.
      const acted = fresh.filter(({ actorName }) => actorName !== '系统 / System');
      expect(acted.filter(({ address }) => address === null)).toEqual([]);
    });

    test('is checked in pages of up to 10,000 links', async () => {
      const states: unknown[] = [];
      for (let after = 0; states.at(-1) !== 'WHOLE' && states.length < 100;) {
        const { data } = await auditor.query(CHAIN, { after, limit: 50 });
        states.push(at(data, 'auditChain.state'));
        after = numberAt(data, 'auditChain.checkedThrough');
      }
      expect(states.slice(0, -1)).toEqual(Array(states.length - 1).fill('UNFINISHED'));
      expect(states.length).toBeGreaterThan(3);
      for (const limit of [0, 10_001])
        expect(at((await auditor.query(CHAIN, { limit })).errors, '0.extensions.code')).toBe(
          'BAD_USER_INPUT',
        );
    });

    test('names the row that was edited in SQL, in both languages', async () => {
      const { id } = await hub.db.event.findFirstOrThrow({ where: { type: 'ITEM_CLOSED' } });
      const edit = async (sql: string) => {
        await hub.pool.query('ALTER TABLE "Event" DISABLE TRIGGER "Event_is_append_only"');
        await hub.pool.query(`UPDATE "Event" SET ${sql} WHERE "id" = ${id}`);
        await hub.pool.query('ALTER TABLE "Event" ENABLE TRIGGER "Event_is_append_only"');
      };
      const { actorName } = await hub.db.event.findUniqueOrThrow({ where: { id } });
      await edit(`"actorName" = '别人'`);
      expect(at((await auditor.query(CHAIN)).data, 'auditChain')).toMatchObject({
        state: 'BROKEN',
        firstBad: {
          fault: 'CONTENT_CHANGED',
          eventId: String(id),
          message: expect.stringMatching(/[一-鿿].* \/ .*[a-z]/) as string,
        },
      });
      await edit(`"actorName" = '${actorName}'`);
      expect(at((await auditor.query(CHAIN)).data, 'auditChain.state')).toBe('WHOLE');
    });
  });

  /** An edit of an item that changes the given fields and keeps the others. */
  async function editOf(id: string, fields: object) {
    const item = await hub.db.rectificationItem.findUniqueOrThrow({ where: { id } });
    return {
      id: `RectificationItem_${id}`,
      expectedVersion: item.version,
      title: item.title,
      ...fields,
    };
  }
});
