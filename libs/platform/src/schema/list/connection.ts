import type { ObjectRef } from '@pothos/core';
import { getRefFromModel } from '@pothos/plugin-prisma';
import { builder } from '../builder.ts';

/** What a list is made of: a model's own type, or another that shows its rows. */
export interface ListNode {
  /** The name of the GraphQL type. */
  name: string;
  /** What it is called; in English in the plural. */
  chinese: string;
  english: string;
  /** The type, where it is not the one that is named like its model. */
  type?: object;
}

/** A page while its fields are read: what nobody asks for is not loaded. */
export interface LazyPage {
  edges: Promise<{ cursor: string; node: object }[]>;
  pageInfo: Promise<object>;
  totalCount: () => Promise<number>;
}

const connections = new Map<string, ObjectRef<typeof builder.$inferSchemaTypes, LazyPage>>();

/** The one connection type of a node, such as `RectificationItemConnection`, for every field that lists it. */
export function connectionOf(node: ListNode) {
  const connection = connections.get(node.name) ?? make(node);
  connections.set(node.name, connection);
  return connection;
}

function make({ name, chinese, english, type = getRefFromModel(name, builder) }: ListNode) {
  const connection = builder.connectionObject(
    {
      type: type as never,
      name: `${name}Connection`,
      description: `${chinese}分页。A page of ${english}.`,
    },
    {
      name: `${name}Edge`,
      description: `${chinese}及其游标。One of the ${english}, with its cursor.`,
    },
  ) as unknown as ObjectRef<typeof builder.$inferSchemaTypes, LazyPage>;
  builder.objectField(connection, 'totalCount', (t) =>
    t.int({
      description: '总数。How many there are in all, on every page together.',
      resolve: (page) => page.totalCount(),
    }),
  );
  return connection;
}
