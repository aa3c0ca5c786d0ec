import { getRefFromModel } from '@pothos/plugin-prisma';
import { bilingual, isStorable } from '../../rules/index.ts';
import { knowElsewhere } from '../../external-refs/known-elsewhere.ts';
import { readAsOne } from '../../reading/reading.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import { plainText } from '../page.ts';
import { badInput } from './bad-input.ts';
import { tableOf, type Model, type WhereOf } from './model.ts';

interface Lookup<Of extends Model> {
  model: Of;
  description: string;
  visible: (context: RequestContext) => WhereOf<Of>;
  /** The columns that are a key of people's own, each with its words. */
  keys?: Record<string, string>;
  /** Where other systems may know such a record by a key of theirs: those whose keys the caller may set. */
  keysSetBy?: (context: RequestContext) => WhereOf<Of>;
}

const ExternalRefKey = builder.inputType('ExternalRefKey', {
  description: '外部系统的键。A key by which another system knows a record.',
  fields: (t) => ({
    system: t.string({ required: true, description: '外部系统。The system, as it is named here.' }),
    key: t.string({ required: true, description: '键。Its key for the record.' }),
  }),
});

/** Adds a root field that finds one record by a key that is not its id; null when there is none that the caller may see. */
export function lookupOf<Of extends Model>(name: string, lookup: Lookup<Of>) {
  const { model, keys = {}, keysSetBy, visible } = lookup;
  if (keysSetBy) knowElsewhere(model, { visible, keysSetBy });
  builder.queryField(name, (t) =>
    t.prismaField({
      type: getRefFromModel(model, builder) as never,
      nullable: true,
      authScopes: { signedIn: true },
      description: lookup.description,
      args: {
        ...Object.fromEntries(
          Object.entries(keys).map(([key, description]) => [key, t.arg.string({ description })]),
        ),
        ...(keysSetBy && {
          externalRef: t.arg({
            type: ExternalRefKey,
            description: '外部系统的键。The key of another system.',
          }),
        }),
      },
      extensions: readAsOne({
        model,
        where: (args, context) => {
          const own = whereOf(model, args, context);
          return own instanceof Promise || own === null ? own : { AND: [own, visible(context)] };
        },
      }),
      resolve: ((query: object, _root: unknown, args: object, context: RequestContext) =>
        find(query, args, context)) as never,
    }),
  );

  async function find(query: object, args: object, context: RequestContext) {
    const where = await whereOf(model, args, context);
    if (!where) return null;
    return tableOf(context.db, model).findFirst({
      ...query,
      where: { AND: [where, visible(context)] },
    });
  }
}

/** The condition of a key; another system's is looked up. */
function whereOf(
  model: string,
  args: object,
  { db }: RequestContext,
): object | null | Promise<object | null> {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  const [[name, value] = ['', null]] = given;
  if (given.length !== 1 || value === null || value === '') throw badInput(ONE_KEY, name);
  if (name !== 'externalRef') {
    const code = plainText(String(value));
    return isStorable(code) ? { [name]: code } : null;
  }
  return keptElsewhere(model, value as { system: string; key: string }, db);
}

async function keptElsewhere(
  model: string,
  { system, key }: { system: string; key: string },
  db: RequestContext['db'],
) {
  if (!isStorable(system) || !isStorable(key)) return null;
  const found = await db.externalRef.findUnique({
    where: { subjectType_system_key: { subjectType: model, system, key } },
    select: { subjectId: true },
  });
  return found && { id: found.subjectId };
}

const ONE_KEY = bilingual('须且只须给一个键', 'Give one key, and only one');
