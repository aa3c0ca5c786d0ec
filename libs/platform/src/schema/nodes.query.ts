import { resolveNodes } from '@pothos/plugin-relay';
import type { GraphQLResolveInfo } from 'graphql';
import { bilingual } from '../rules/index.ts';
import { builder, readNode } from './builder.ts';
import type { RequestContext } from './context.ts';
import { badInput } from './list/bad-input.ts';
import { decodeRecordId } from './record-id.ts';

const MOST_NODES = 100;

builder.queryField('nodes', (t) =>
  t.field({
    type: [builder.nodeInterfaceRef()],
    nullable: { list: true, items: true },
    authScopes: { signedIn: true },
    description: `按 ID 取多个对象，至多 ${MOST_NODES} 个，次序不变。At most ${MOST_NODES} objects by their ids, in that order; null in the place of one that does not exist or that you may not see.`,
    args: { ids: t.arg.idList({ required: true, description: '多个 ID。Their ids.' }) },
    complexity: ({ ids }) => ({ field: 1, multiplier: ids.length }),
    resolve: (_root, { ids }, context, info) => {
      if (ids.length > MOST_NODES) throw badInput(TOO_MANY, 'ids');
      return ids.map((id) => nodeOf(id, context, info));
    },
  }),
);

/** An object by its id as the API shows it; null when there is none that the caller may see. */
export function nodeOf(id: string, context: RequestContext, info: GraphQLResolveInfo) {
  const named = decodeRecordId(id);
  return readNode(named, context, info, async () => {
    const [node] = await resolveNodes(builder, context, info, [named]);
    return node;
  }) as Promise<object>;
}

const TOO_MANY = bilingual(
  `一次最多 ${MOST_NODES} 个 ID`,
  `Ask for at most ${MOST_NODES} ids at once`,
);
