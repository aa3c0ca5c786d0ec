import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type PrismaTypes from '../database/generated/pothos-types.ts';
import { getDatamodel } from '../database/generated/pothos-types.ts';
import { isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { refuseCaller } from '../errors/refuse-caller.ts';
import { refuseCost } from '../errors/refuse-cost.ts';
import ListsPlugin from './list-plugin.ts';
import { fieldCost, LIMITS } from './query-cost.ts';
import type { RequestContext } from './context.ts';
import PagesPlugin from './page-plugin.ts';
import { decodeRecordId, encodeRecordId } from './record-id.ts';
import { scalars } from './scalars.ts';
import TextsPlugin from './text-plugin.ts';

function isNode(schema: GraphQLSchema, typename: string): boolean {
  const type = schema.getType(typename);
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
}

/** Whether a caller may read an object by its id, for types whose visibility is not one condition. */
type NodeGuard = (id: string, context: RequestContext) => Promise<boolean>;
const guards = new Map<string, NodeGuard>();

/** Says who may read objects of a type by their ids. */
export const guardNode = (type: string, guard: NodeGuard) => void guards.set(type, guard);

/** Whether who may read a type's objects takes more than a condition. */
export const isNodeGuarded = (type: string): boolean => guards.has(type);

/** An object by its id; null when there is none that the caller may see. */
export async function readNode(
  { typename, id }: { typename: string; id: string },
  context: RequestContext,
  info: GraphQLResolveInfo,
  read: () => unknown,
): Promise<unknown> {
  // A text that is no id, or the id of something that is no node, names nothing: that is no failure.
  if (!isNode(info.schema, typename)) return null;
  const guard = guards.get(typename);
  if (guard && !(await guard(id, context))) return null;
  return unlessMissing(read());
}

/** What Prisma says of a record that is not there, or not within the condition of its visibility. */
const NOT_FOUND = 'P2025';

/** A record, or null when it does not exist for the caller. */
async function unlessMissing(loading: unknown): Promise<unknown> {
  try {
    return await loading;
  } catch (error) {
    if ((error as { code?: unknown }).code === NOT_FOUND) return null;
    throw error;
  }
}

/** The one builder that every domain adds its types to; it holds no definition of its own. */
export const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes;
  Context: RequestContext;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: false;
  AuthScopes: { signedIn: boolean };
  Scalars: {
    Date: { Input: string; Output: Date | string };
    DateTime: { Input: Date; Output: Date };
    Fen: { Input: number; Output: number | bigint };
    JSON: { Input: unknown; Output: unknown };
    ID: { Input: string; Output: string };
  };
}>({
  plugins: [
    PagesPlugin,
    ListsPlugin,
    ErrorsPlugin,
    ScopeAuthPlugin,
    TextsPlugin,
    ComplexityPlugin,
    RelayPlugin,
    PrismaPlugin,
  ],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.db,
    dmmf: getDatamodel(),
    maxConnectionSize: 100,
    defaultConnectionSize: 20,
    onUnusedQuery: null,
    exposeDescriptions: false,
    filterConnectionTotalCount: true,
  },
  relay: {
    encodeGlobalID: (type, id) => encodeRecordId(type, String(id)),
    decodeGlobalID: (id) => decodeRecordId(id),
    clientMutationId: 'omit',
    cursorType: 'String',
    nodeQueryOptions: {
      description:
        '按 ID 取任一对象。Any object by its id; null when it does not exist or you may not see it.',
      authScopes: { signedIn: true },
      args: { id: { description: 'ID。Its id.' } },
      resolve: (_root, { id }, context, info, resolveNode) =>
        readNode(id, context, info, () => resolveNode(id)),
    },
    nodesQueryOptions: false,
    nodeTypeOptions: { description: '可按 ID 取得的对象。An object that `node` reads by its id.' },
    pageInfoTypeOptions: {
      description: '分页信息。Where a page stands, and whether there are others.',
    },
    hasNextPageFieldOptions: { description: '是否还有下一页。Whether others come after it.' },
    hasPreviousPageFieldOptions: { description: '是否还有上一页。Whether others come before it.' },
    startCursorFieldOptions: {
      description: '首行游标。The cursor of its first row, for `before`; null when it is empty.',
    },
    endCursorFieldOptions: {
      description: '末行游标。The cursor of its last row, for `after`; null when it is empty.',
    },
    pageInfoFieldOptions: { description: '分页信息。Where the page stands.' },
    edgesFieldOptions: { description: '各行及其游标。The rows, each with its cursor.' },
    nodesOnConnection: { description: '各行。The rows alone.' },
    nodeFieldOptions: { description: '该行。The row.' },
    cursorFieldOptions: {
      description:
        '游标。The place of the row in this list, order and filter, for `after` or `before`.',
    },
    firstArgOptions: {
      description:
        '自前取几行，0 至 100，不填为 20；0 只计数。How many rows from the front, 0 to 100; 20 when unsaid.',
    },
    lastArgOptions: { description: '自后取几行，0 至 100。How many rows from the end, 0 to 100.' },
    afterArgOptions: { description: '从此游标之后。After the row of this cursor.' },
    beforeArgOptions: { description: '到此游标之前。Before the row of this cursor.' },
  },
  scopeAuth: {
    authScopes: (context) => ({ signedIn: context.caller !== null }),
    unauthorizedError: (_parent, context) => refuseCaller(context.caller),
    treatErrorsAsUnauthorized: false,
  },
  errors: { directResult: true, defaultTypes: [] },
  complexity: {
    fieldComplexity: fieldCost,
    limit: LIMITS,
    complexityError: (kind, result) => refuseCost(kind, result),
  },
});

for (const [name, scalar] of Object.entries(scalars))
  builder.addScalarType(name as keyof typeof scalars, scalar as never);
builder.queryType({ description: '查询。Everything that can be read.' });
builder.mutationType({
  description:
    '变更。Everything that can be changed; each takes one `input` with an `idempotencyKey` and answers with a result union.',
});
