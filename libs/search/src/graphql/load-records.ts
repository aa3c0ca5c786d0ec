import { queryFromInfo } from '@pothos/plugin-prisma';
import type { RequestContext, SearchKind } from '@taizhang/platform';
import { visibleDocuments } from '@taizhang/documents/visibility';
import { visibleItems } from '@taizhang/rectification/visibility';
import { visibleTrainings } from '@taizhang/trainings/visibility';
import type { GraphQLResolveInfo } from 'graphql';
import { keysByKind } from '../entries/keys-by-kind.ts';
import { TYPE_OF } from '../entries/type-of.ts';
import type { Hit } from '../search-records.ts';

/** A record with the columns that the client selected of it. */
export interface LoadedRecord {
  id: string;
  __typename: (typeof TYPE_OF)[SearchKind];
}

interface Chosen {
  select?: object;
  include?: object;
}

/** Reads the records of a page of hits, one statement a kind, with what the client selected of them. */
export async function loadRecords(
  context: RequestContext,
  info: GraphQLResolveInfo,
  hits: readonly Hit[],
): Promise<Map<string, LoadedRecord>> {
  const { db, caller } = context;
  const keys = keysByKind(hits.map(({ entry }) => entry));
  const loaded = await Promise.all(
    keys.map(async ([kind, ids]) => {
      const typeName = TYPE_OF[kind];
      const chosen = queryFromInfo({
        context,
        info,
        typeName,
        select: { id: true },
        path: ['edges', 'node', 'record'],
      }) as Chosen;
      const where = { id: { in: ids } };
      const rows = await {
        RECTIFICATION_ITEM: () =>
          db.rectificationItem.findMany({
            ...chosen,
            where: { AND: [where, visibleItems(caller)] },
          }),
        CORRECTIVE_MEASURE: () =>
          db.correctiveMeasure.findMany({
            ...chosen,
            where: { ...where, item: visibleItems(caller) },
          }),
        INSTITUTIONAL_DOCUMENT: () =>
          db.institutionalDocument.findMany({
            ...chosen,
            where: { AND: [where, visibleDocuments(caller)] },
          }),
        TRAINING: () =>
          db.training.findMany({ ...chosen, where: { AND: [where, visibleTrainings(caller)] } }),
      }[kind]();
      return rows.map((row) => ({ ...row, __typename: typeName }));
    }),
  );
  return new Map(loaded.flat().map((row) => [row.id, row]));
}
