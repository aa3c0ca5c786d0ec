import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoId } from '@taizhang/demo';
import type { StepFacts, StepField } from '@taizhang/platform/rules';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CYCLES, type Cycle } from './harness/life-cycles.ts';
import { at } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const PRISMA = join(import.meta.dirname, '../../../prisma');

/** The columns that a status follows from, where there is none for it. */
const DERIVED: Record<string, string> = {
  'Milestone PENDING': `"reachedOn" = NULL`,
  'Milestone REACHED': `"reachedOn" = '2026-01-01'`,
  'Organization ENABLED': `"disabledAt" = NULL`,
  'Organization DISABLED': `"disabledAt" = '2026-01-01'`,
  'Supervision OPEN': `"answer" = NULL`,
  'Supervision ANSWERED': `"answer" = '已答复'`,
};

test('every column marked as a status belongs to a life cycle, and every life cycle has one', () => {
  // What is marked so can be named by no command: the types of the writer leave it out.
  const schema = readdirSync(PRISMA)
    .filter((name) => name.endsWith('.prisma'))
    .map((name) => readFileSync(join(PRISMA, name), 'utf8'))
    .join('\n');
  const marked = [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)].flatMap(([, model, body]) =>
    [...body!.matchAll(/\/\/\/ @status\n\s+(\w+)/g)].map(([, column]) => `${model}.${column}`),
  );
  const run = CYCLES.flatMap(({ subject, column }) => (column ? [`${subject}.${column}`] : []));
  expect(run.sort()).toEqual(marked.sort());
});

const isByHand = ({ permission, hasOwnCommand }: StepFacts) => permission && !hasOwnCommand;

describeOnEachDatabase('every step from every status', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const client = await hub.signInAs('party-affairs');
    const roundId = `InspectionRound_${demoId('round', 'MH-WL-2024')}`;
    await runMutation(client, 'addPublicNotice', { roundId, title: '通报' }, 'PublicNotice { id }');
    // Rows are put into statuses that nothing led to: the database would refuse some of them.
    const { rows } = await hub.pool.query<{ drop: string }>(`
      SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop
      FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`);
    for (const { drop } of rows) await hub.pool.query(drop);
  });
  afterAll(() => hub.stop());

  async function anyRow(model: string): Promise<string> {
    const { rows } = await hub.pool.query<{ id: string }>(
      `SELECT "id"::text FROM "${model}" ORDER BY "id" LIMIT 1`,
    );
    if (!rows[0]) throw new Error(`The demonstration has no ${model}`);
    return rows[0].id;
  }

  /** No trigger runs here, that of the log neither: such a row could not have come about. */
  async function putInto(cycle: Cycle, id: string, status: string) {
    const set = cycle.column
      ? `"${cycle.column}" = '${status}'`
      : DERIVED[`${cycle.subject} ${status}`]!;
    await hub.pool.query(
      `SET session_replication_role = replica; UPDATE "${cycle.subject}" SET ${set} WHERE "id" = '${id}'; SET session_replication_role = DEFAULT`,
    );
  }

  async function valueOf(field: StepField): Promise<unknown> {
    switch (field.kind) {
      case 'text':
        return '说明';
      case 'day':
        return '2028-01-31';
      case 'whole':
        return 1;
      case 'record':
        return `${field.model}_${await anyRow(field.model)}`;
      case 'records':
        return [];
      case 'parts':
        return [{ heldOn: '2026-01-05' }];
    }
  }

  async function attempt(action: string, step: StepFacts, id: string) {
    const given: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(step.fields))
      if (field.isRequired) given[name] = await valueOf(field);
    const answer = await hub.automation.query(
      `mutation ($input: ${action[0]!.toUpperCase()}${action.slice(1)}Input!) {
        result: ${action}(input: $input) {
          __typename ... on TransitionError { rule } ... on Error { message }
        }
      }`,
      { input: { idempotencyKey: randomUUID(), id, expectedVersion: 1, ...given } },
    );
    return at(answer.data, 'result');
  }

  test.each(CYCLES.map((cycle) => [cycle.subject, cycle] as const))(
    'of a %s out of order is refused, and leaves the row as it was',
    async (subject, cycle) => {
      const steps = Object.entries(cycle.steps).filter(([, step]) => isByHand(step));
      const id = await anyRow(subject);
      const read = async () =>
        (await hub.pool.query(`SELECT to_jsonb(r) AS row FROM "${subject}" r WHERE "id" = '${id}'`))
          .rows;
      for (const status of Object.keys(cycle.statuses)) {
        await putInto(cycle, id, status);
        const before = await read();
        for (const [action, step] of steps) {
          if (step.from.includes(status)) continue;
          expect([status, action, await attempt(action, step, `${subject}_${id}`)]).toMatchObject([
            status,
            action,
            { __typename: 'TransitionError', rule: 'status' },
          ]);
        }
        expect(await read()).toEqual(before);
      }
    },
    60_000,
  );
});
