import { MOST_LISTED } from '../changes/listed-whole.ts';
import { builder } from '../schema/builder.ts';
import type { RequestContext } from '../schema/context.ts';

interface ExternalRef {
  system: string;
  key: string;
}
type Stored = ExternalRef & { subjectId: string };

export const ExternalRefType = builder.objectRef<ExternalRef>('ExternalRef').implement({
  description: '外部系统的键。The key by which another system knows a record.',
  fields: (t) => ({
    system: t.exposeString('system', {
      description: '外部系统。The system, as it is named here.',
    }),
    key: t.exposeString('key', {
      description: '键。Its key for the record, unique to the system.',
    }),
  }),
});

/** The models whose records other systems may know by a key of theirs. */
const KNOWN_ELSEWHERE = [
  'RectificationItem',
  'CorrectiveMeasure',
  'InstitutionalDocument',
  'Training',
  'StandingMechanism',
  'Organization',
  'Person',
] as const;

for (const model of KNOWN_ELSEWHERE)
  builder.prismaObjectFields(model as 'RectificationItem', (t) => ({
    externalRefs: t.field({
      type: [ExternalRefType],
      nullable: true,
      description: `外部系统的键，至多 ${MOST_LISTED} 个。The keys of other systems for it, one a system, by system; at most ${MOST_LISTED}.`,
      select: { id: true },
      resolve: ({ id }, _args, context) => refsOf(context, model, id),
    }),
    externalRef: t.field({
      type: ExternalRefType,
      nullable: true,
      description: '某外部系统的键。The key of one system for it; null without one.',
      args: { system: t.arg.string({ required: true, description: '外部系统。Which system.' }) },
      select: { id: true },
      resolve: async ({ id }, { system }, context) =>
        (await refsOf(context, model, id)).find((ref) => ref.system === system) ?? null,
    }),
  }));

/** What one request still has to read, by model. */
const waiting = new WeakMap<RequestContext, Map<string, Batch>>();

interface Batch {
  ids: Set<string>;
  refs: Promise<Stored[]>;
}

/** The keys for a record. All that a request asks for at once is read in one statement a model. */
async function refsOf(context: RequestContext, model: string, id: string): Promise<Stored[]> {
  const batches = waiting.get(context) ?? new Map<string, Batch>();
  waiting.set(context, batches);
  const batch = batches.get(model) ?? open();
  batches.set(model, batch);
  batch.ids.add(id);
  return (await batch.refs).filter(({ subjectId }) => subjectId === id);

  function open(): Batch {
    const ids = new Set<string>();
    const refs = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      batches.delete(model);
      return context.db.externalRef.findMany({
        where: { subjectType: model, subjectId: { in: [...ids] } },
        select: { subjectId: true, system: true, key: true },
        orderBy: { system: 'asc' },
      });
    });
    return { ids, refs };
  }
}
