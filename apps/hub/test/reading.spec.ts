import { ROLES } from '@taizhang/access/rules';
import { loadDemoLedger } from '@taizhang/demo';
import { OperationReader, type Caller } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  describeOnEachDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import {
  execute,
  getVariableValues,
  parse,
  validate,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import { randomQuery, type Nameable } from './harness/random-query.ts';
import { seeded } from './harness/seeded.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const NOW = new Date('2025-12-20T02:00:00Z');

/** Types whose ids documents name, with their tables. */
const NAMED = {
  RectificationItem: 'rectificationItem',
  CorrectiveMeasure: 'correctiveMeasure',
  InspectionRound: 'inspectionRound',
  FindingArea: 'findingArea',
  InstitutionalDocument: 'institutionalDocument',
  DocumentAction: 'documentAction',
  Training: 'training',
  Evidence: 'evidence',
  Person: 'person',
  Organization: 'organization',
  BiweeklyReport: 'biweeklyReport',
  ExtensionRequest: 'extensionRequest',
} as const;

describeOnEachDatabase('operations by one statement', (kind) => {
  let database: TestDatabase;
  let nameable: Nameable;
  let callers: Caller[];
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    const { db } = database;
    await db.$transaction((tx) => loadDemoLedger(tx, { storeFile: () => Promise.resolve() }));
    const ids = new Map<string, string[]>();
    for (const [type, table] of Object.entries(NAMED)) {
      const rows = await (db[table] as typeof db.person).findMany({
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      ids.set(
        type,
        rows.map(({ id }) => `${type}_${id}`),
      );
    }
    nameable = { ids, texts: ['制度', 'MH-WL-2024-1.2', '会', '%', 'a'] };
    callers = await drawCallers(database, seeded(5));
  });
  afterAll(() => database.close());

  test('answer what the resolvers answer, whoever asks for whatever', async () => {
    const chance = seeded(20_261_127);
    const errors: unknown[] = [];
    const reader = new OperationReader(database.pool, (error) => errors.push(error));
    let compared = 0;
    for (let drawn = 0; drawn < 120; drawn++) {
      const query = randomQuery(schema, chance, nameable);
      const document = parse(query.document);
      expect(validate(schema, document), query.document).toEqual([]);
      // By others with other values: what was compiled for one must not be what another gets.
      for (let asked = 0; asked < 3; asked++) {
        const args = argumentsOf(document, query.variables(), callers[chance(callers.length)]!);
        const said = (await execute(args)) as ExecutionResult;
        // The hub refuses what costs too much before it reads anything.
        if (said.errors?.[0]?.extensions['code'] === 'COST_LIMIT') continue;
        // Where selections part, resolvers read a record again by its own visibility, and fail on one that is only named.
        if (said.errors?.some(isMissing)) continue;
        const read = await reader.read(args);
        const what = JSON.stringify([query.document, args.variableValues]);
        expect(errors, what).toEqual([]);
        if (!read || !('data' in read)) continue;
        expect(JSON.stringify(read), what).toBe(JSON.stringify(said));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(120);
  }, 300_000);

  const argumentsOf = (
    document: ExecutionArgs['document'],
    variables: Record<string, unknown>,
    caller: Caller,
  ): ExecutionArgs => {
    const { variableDefinitions } = document.definitions[0] as OperationDefinitionNode;
    const { coerced } = getVariableValues(schema, variableDefinitions ?? [], variables);
    const contextValue = {
      db: database.db,
      caller,
      now: () => NOW,
      today: () => todayInShanghai(NOW),
      madeAt: NOW,
      address: null,
      linkToFile: (id: string, key: string) => `/files/${id}/${key}`,
      largestUpload: 1,
    };
    return { schema, document, contextValue, variableValues: coerced ?? {} };
  };
});

describe('which way an operation took', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub('embedded');
  });
  afterAll(() => hub.stop());

  test('is told where the schema is shown to everybody', async () => {
    const wayOf = async (document: string) => {
      const { extensions, errors } = await hub.automation.query(document);
      expect(errors).toBeUndefined();
      return (extensions as { reading: unknown }).reading;
    };
    expect(await wayOf('{ rectificationItems(first: 1) { nodes { code } } }')).toEqual({
      statements: 1,
    });
    expect(await wayOf('{ uploadLimits { fileEndings } }')).toEqual({
      resolvers: 'Query.uploadLimits',
    });
  });

  test('is counted', async () => {
    const counts = async () => {
      const text = await (await hub.automation.fetch('/metrics')).text();
      const valueOf = (name: string) =>
        Number(new RegExp(`^taizhang_reads_${name}_total (\\d+)$`, 'm').exec(text)![1]);
      return [valueOf('compiled'), valueOf('resolved')] as const;
    };
    const [compiled, resolved] = await counts();
    await hub.automation.query('{ organizations(first: 3) { nodes { name } } }');
    // Other documents than above, whose answers are kept.
    await hub.automation.query('{ uploadLimits { __typename fileEndings } }');
    expect(await counts()).toEqual([compiled + 1, resolved + 1]);
  });
});

const isMissing = ({ originalError }: GraphQLError) =>
  (originalError as { code?: unknown } | undefined)?.code === 'P2025';

/** Somebody with all rights, somebody with none, and people with some somewhere. */
async function drawCallers({ db }: TestDatabase, chance: (below: number) => number) {
  const places = await db.organization.findMany({ orderBy: { code: 'asc' } });
  const people = await db.person.findMany({ orderBy: { id: 'asc' } });
  const root = places.find(({ parentId }) => !parentId)!;
  const oneOf = <Value>(values: readonly Value[]) => values[chance(values.length)]!;
  const grantAt = (place: (typeof places)[number], role: string) => {
    const below = places.filter(({ path }) => path.startsWith(place.path));
    return {
      role,
      organizationId: place.id,
      path: place.path,
      organizationIds: place === root ? null : below.map(({ id }) => id),
    };
  };
  return Array.from({ length: 16 }, (_, index): Caller => {
    const { id, displayName, organizationId } = oneOf(people);
    const some = Array.from({ length: 1 + chance(3) }, () => grantAt(oneOf(places), oneOf(ROLES)));
    const all = ROLES.map((role) => grantAt(root, role));
    const grants = index === 0 ? all : index === 1 ? [] : some;
    return { key: id, name: displayName, personId: id, isDemo: true, organizationId, grants };
  });
}
