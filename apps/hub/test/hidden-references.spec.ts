import type { PersonKey } from '@taizhang/demo';
import { GraphQLID } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import type { Client } from './harness/client.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { argumentsWith, changedBy, fieldsWithTexts, idPathsOf } from './harness/text-arguments.ts';
import { valueFor } from './harness/walk-schema.ts';

// What a caller may not see and what does not exist have to read alike wherever a change takes an id.
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded');
  const { id: roundId } = await hub.db.inspectionRound.findFirstOrThrow();
  await putRows(hub, ({ create }) =>
    create(prepared('RectificationPlan'), { roundId, title: '方案' }),
  );
});
afterAll(() => hub.stop());

const CALLERS: PersonKey[] = [
  'contact-public-services',
  'contact-office',
  'party-affairs',
  'leader-culture',
  'viewer',
];

/** Demo people are listed for everybody; and signing in ends the session that asks. */
const CHANGES = fieldsWithTexts(schema).filter(
  ({ isChange, name }) => isChange && name !== 'Mutation.signInAsDemoPerson',
);
const ID = /^([A-Z][A-Za-z]+)_[0-9a-f-]{36}$/;

/** Of a type a record that a caller sees, and one that it does not. */
interface Sight {
  seen: string | null;
  hidden: string | null;
}

async function sightOf(client: Client, type: string): Promise<Sight> {
  const table = `${type[0]!.toLowerCase()}${type.slice(1)}` as 'person';
  if (!(table in hub.db)) return { seen: null, hidden: null };
  const rows = await hub.db[table].findMany({ select: { id: true }, take: 100 });
  const ids = rows.map(({ id }) => `${type}_${id}`);
  const answer = await client.query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
  const isSeen = (place: number) => at(listAt(answer.data, 'nodes')[place], 'id') !== undefined;
  return {
    seen: ids.find((_, place) => isSeen(place)) ?? null,
    hidden: ids.find((_, place) => !isSeen(place)) ?? null,
  };
}

test.each(CALLERS)('a hidden id reads as a missing one to %s', async (who) => {
  const client = await hub.signInAs(who);
  const sights = new Map<string, Promise<Sight>>();
  const sightOfType = (type: string) => {
    const sight = sights.get(type) ?? sightOf(client, type);
    sights.set(type, sight);
    return sight;
  };

  /** All else that is named is something the caller sees: by nothing but the one id is it refused. */
  async function namingWhatIsSeen(value: unknown, but: string): Promise<unknown> {
    if (Array.isArray(value))
      return Promise.all(value.map((one: unknown) => namingWhatIsSeen(one, but)));
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(
        async ([key, one]) => [key, await namingWhatIsSeen(one, but)] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    }
    const type = typeof value === 'string' && value !== but ? ID.exec(value)?.[1] : undefined;
    return type ? ((await sightOfType(type)).seen ?? value) : value;
  }

  let pairs = 0;
  const differing: string[] = [];
  for (const { name, field, document } of CHANGES)
    for (const path of idPathsOf(field)) {
      const missing = String(valueFor(GraphQLID, path.at(-1), changedBy(field)));
      const { hidden } = await sightOfType(ID.exec(missing)![1]!);
      if (!hidden) continue;
      pairs += 1;
      const [toHidden, toMissing] = await Promise.all(
        [hidden, missing].map(async (id) => {
          const variables = await namingWhatIsSeen(argumentsWith(field, path, id), id);
          const { text } = await client.query(document, variables as Record<string, unknown>);
          return text.replaceAll(id, 'ID').replaceAll(id.slice(id.indexOf('_') + 1), 'ID');
        }),
      );
      if (toHidden !== toMissing)
        differing.push(`${name} ${path.join('.')}: ${toHidden} ≠ ${toMissing}`);
    }
  expect(differing).toEqual([]);
  expect(pairs).toBeGreaterThan(10);
});
