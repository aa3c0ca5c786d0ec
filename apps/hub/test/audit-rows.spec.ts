import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ROWS = `query ($after: String) { auditRows(after: $after) {
  checked next differences { recordId fault columns message }
} }`;

describeOnEachDatabase('the ledger against its log', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  /** Compares everything. */
  async function check(client: Client = hub.automation) {
    const differences: unknown[] = [];
    let checked = 0;
    for (let after: string | null = null; ;) {
      const { data } = await client.query(ROWS, { after });
      checked += at(data, 'auditRows.checked') as number;
      differences.push(...listAt(data, 'auditRows.differences'));
      after = at(data, 'auditRows.next') as string | null;
      if (after === null) return { checked, differences };
    }
  }

  test('every row of the demonstration is what its events say', async () => {
    const { checked, differences } = await check();
    expect(differences).toEqual([]);
    expect(checked).toBeGreaterThan(
      (await hub.db.rectificationItem.count()) + (await hub.db.person.count()),
    );
  });

  test('a row that was changed, removed or put there in SQL is named, without what stands in it', async () => {
    const [changed, removed] = await hub.db.milestone.findMany({ take: 2, orderBy: { id: 'asc' } });
    const added = randomUUID();
    // As somebody with the database's password would.
    await hub.pool.query(`
      SET session_replication_role = replica;
      UPDATE "Milestone" SET "title" = 'geheim' WHERE "id" = '${changed!.id}';
      DELETE FROM "Milestone" WHERE "id" = '${removed!.id}';
      INSERT INTO "RoleAssignment" ("id", "personId", "role", "organizationId")
        SELECT '${added}', "id", 'SECURITY_ADMINISTRATOR', "organizationId" FROM "Person" ORDER BY "id" DESC LIMIT 1;
      SET session_replication_role = origin;`);
    const { differences } = await check();
    expect(differences).toHaveLength(3);
    expect(differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          recordId: `Milestone_${changed!.id}`,
          fault: 'ROW_CHANGED',
          columns: ['title'],
        }),
        expect.objectContaining({
          recordId: `Milestone_${removed!.id}`,
          fault: 'ROW_MISSING',
          columns: [],
        }),
        expect.objectContaining({
          recordId: `RoleAssignment_${added}`,
          fault: 'ROW_NOT_TOLD',
          columns: [],
        }),
      ]),
    );
    expect(JSON.stringify(differences)).not.toContain('geheim');
  });

  test('is compared for the audit administrator of the whole tree alone, from a place that there is', async () => {
    const client = await hub.signInAs('party-affairs');
    expect(textAt((await client.query(ROWS)).errors, '0.extensions.code')).toBe('FORBIDDEN');
    for (const after of ['x', 'Session:', 'Person:x'])
      expect(
        textAt((await hub.automation.query(ROWS, { after })).errors, '0.extensions.code'),
      ).toBe('BAD_USER_INPUT');
  });
});
