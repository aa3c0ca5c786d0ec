import type { GraphQLResolveInfo } from 'graphql';
import { readAsList, type ListReading } from '../../reading/reading.ts';
import { builder } from '../builder.ts';
import type { RequestContext } from '../context.ts';
import type { PageArguments } from '../page.ts';
import { SortDirection } from '../shared.types.ts';
import { bilingual } from '../../rules/index.ts';
import { badInput } from './bad-input.ts';
import { connectionOf, type LazyPage, type ListNode } from './connection.ts';
import { filterText, type CursorScope } from './cursor.ts';
import type { FilterValue, ListFilter } from './filter.ts';
import type { Model, WhereOf } from './model.ts';
import { keysOf, selectOf, type ListOrder, type SortColumn, type ValueOrder } from './order.ts';
import { askedPage, lazyPage, NODE_PATHS, queryOf, shownPage, type Page } from './read-page.ts';

/** What a domain says of a list, once for every field that lists such records. */
interface List<Of extends Model> {
  model: Of;
  node: Omit<ListNode, 'name'> & { name?: string };
  /** The rows that the caller may see. */
  visible: (context: RequestContext) => WhereOf<Of>;
  filter?: ListFilter<WhereOf<Of>>;
  /** What holds unless a filter says otherwise. */
  unlessAsked?: (filter: FilterValue) => WhereOf<Of>;
  /** What callers may sort by, by name; the first is the usual one, ascending. */
  orders?: Record<string, ListOrder>;
  /** A sort by a value that callers name, beside `orders`, by its name there. */
  valueOrder?: ValueOrder & { name: string };
  /** Whether the usual order is descending. */
  descends?: boolean;
  /** The one order of a list that nobody sorts. */
  order?: readonly SortColumn[];
  /** What has to be done before anything of the list is read. */
  beforeReading?: (context: RequestContext, filter: unknown) => Promise<void>;
}

/** A field that lists. */
interface ListField {
  description: string;
  complexity?: number;
}

interface InnerField<Of extends Model, Parent> extends ListField {
  /** Which of the rows belong to the record that the field is of. */
  of: (parent: Parent, context: RequestContext) => WhereOf<Of> | Promise<WhereOf<Of>>;
  /** Another order than the list's usual one, ascending. */
  order?: readonly SortColumn[];
}

interface RelationField extends ListField {
  /** The relation, where the field is called otherwise. */
  relation?: string;
  /** Which of the related rows, beyond those that are visible. */
  where?: (context: RequestContext) => object;
  /** False where whoever sees the record sees all that is related to it. */
  isNarrowed?: boolean;
  order?: readonly SortColumn[];
}

type Arguments = PageArguments & {
  filter?: unknown;
  orderBy?: { field: string; direction: string; key?: string | null } | null;
};

/**
 * Declares how records of a type are listed. The fields that it makes have one connection type, the
 * same filter and orders, and cursors that carry the sort values of their row: whatever else is
 * edited between two pages, no row is missed and none comes twice.
 */
export function listOf<Of extends Model>(list: List<Of>) {
  const node: ListNode = { name: list.model, ...list.node };
  const connection = connectionOf(node);
  const orderType = list.orders && orderInput(node, list.orders, list.valueOrder);
  const usual = list.order ?? Object.values(list.orders ?? {})[0]?.columns ?? [];

  const argumentsOf = (isSorted: boolean) => ({
    ...(list.filter && {
      filter: builder.args((t) => ({
        filter: t.field({
          type: list.filter!.type,
          description: '筛选。Which ones; all when unsaid.',
        }),
      })).filter,
    }),
    ...(isSorted &&
      orderType && {
        orderBy: builder.args((t) => ({
          orderBy: t.field({
            type: orderType,
            description: `排序。How they are sorted; by ${Object.keys(list.orders!)[0]}${list.descends ? ' DESC' : ''} when unsaid.`,
          }),
        })).orderBy,
      }),
    ...builder.args((t) => t.connectionArgs()),
  });

  function understand(
    args: Arguments,
    field: string,
    owner: string | null,
    fixed: readonly SortColumn[] | undefined,
    context: RequestContext | null = null,
  ): Page {
    const asked = fixed ? null : args.orderBy;
    const value = context && asked?.field === list.valueOrder?.name ? list.valueOrder : null;
    if (!value && asked && isGiven(asked.key)) throw badInput(NO_KEY, 'orderBy.key');
    const descends = asked ? asked.direction === 'DESC' : !fixed && (list.descends ?? false);
    const columns = value
      ? [value.column]
      : (fixed ?? (asked ? list.orders![asked.field]!.columns : usual));
    const scope: CursorScope = {
      list: field,
      owner,
      order: `${JSON.stringify(value ? [value.column, asked!.key] : columns)} ${String(descends)}`,
      filter: filterText(args.filter),
    };
    if (!value) return askedPage(args, scope, keysOf(list.model, columns, descends));
    if (!asked!.key) throw badInput(KEY_MISSING, 'orderBy.key');
    const page = askedPage(args, scope, keysOf(value.model, columns, descends, value.tie));
    const { model, relation } = value;
    return {
      ...page,
      sortedBy: { model, relation, where: value.where(asked!.key, context!, owner ?? '') },
    };
  }

  const filtered = (args: Arguments, context: RequestContext, owner: string): object => ({
    AND: [
      list.filter?.where(args.filter, context, { owner }) ?? {},
      list.unlessAsked?.((args.filter ?? {}) as FilterValue) ?? {},
    ],
  });

  async function resolve(
    args: Arguments,
    context: RequestContext,
    info: GraphQLResolveInfo,
    place: { owner: string; of: object | null; order?: readonly SortColumn[] | undefined },
  ): Promise<LazyPage> {
    const field = `${info.parentType.name}.${info.fieldName}`;
    const page = understand(args, field, place.owner, place.order, context);
    const filter = filtered(args, context, place.owner);
    await list.beforeReading?.(context, args.filter);
    const where = {
      AND: [...(place.of ? [place.of] : []), list.visible(context), filter],
    };
    return lazyPage(page, where, list.model, node.name, context, info);
  }

  /** What the reader knows of a field; nothing where something has to be done before, or rows of values lead to its own. */
  const readBy = (
    field: string,
    order: readonly SortColumn[] | undefined,
    reading: Pick<ListReading, 'where' | 'relation'>,
  ) =>
    list.beforeReading || list.valueOrder
      ? {}
      : readAsList({
          model: list.model,
          ask: (args, owner) => understand(args as Arguments, field, owner, order),
          ...reading,
        });

  return {
    connection,

    /** A field of the query's root. */
    root(name: string, { description, complexity }: ListField) {
      builder.queryField(name, (t) =>
        t.field({
          type: connection,
          nullable: true,
          authScopes: { signedIn: true },
          description,
          args: argumentsOf(true),
          ...(complexity && { complexity: complexityOf(complexity) }),
          extensions: readBy(`Query.${name}`, undefined, {
            where: (args, context) => ({
              AND: [list.visible(context), filtered(args as Arguments, context, '')],
            }),
          }),
          resolve: (_root, args, context, info) =>
            resolve(args as Arguments, context, info, { owner: '', of: null }) as never,
        }),
      );
    },

    /** A field of another record that takes a statement of its own. */
    inner<Parent extends { id: unknown }>(
      owner: string,
      name: string,
      { description, of, order }: InnerField<Of, Parent>,
    ) {
      builder.prismaObjectField(owner as 'RectificationItem', name, (t) =>
        t.field({
          type: connection,
          nullable: true,
          description,
          args: argumentsOf(!order) as never,
          extensions: readBy(`${owner}.${name}`, order, {
            where: (args, context, parent) => {
              const own = of(parent as unknown as Parent, context);
              if (own instanceof Promise) return own;
              const filter = filtered(args as Arguments, context, parent.id as string);
              return { AND: [own, list.visible(context), filter] };
            },
          }),
          resolve: async (parent, args, context, info) =>
            resolve(args, context, info, {
              owner: String(parent.id),
              of: await of(parent as unknown as Parent, context),
              order,
            }) as Promise<never>,
        }),
      );
    },

    /** A field of another record that is read with it, in the same statement. */
    relation(owner: string, name: string, field: RelationField) {
      const relation = field.relation ?? name;
      const conditionOf = (args: Arguments, context: RequestContext): object => ({
        AND: [
          ...(field.isNarrowed === false ? [] : [list.visible(context)]),
          ...(field.where ? [field.where(context)] : []),
          filtered(args, context, ''),
        ],
      });
      const select = (
        args: Arguments,
        context: RequestContext,
        nested: (query: object, paths: object) => object,
        selected: () => ReadonlySet<string>,
      ) => {
        // The key of the owner is not known yet: the cursor is compared with it when it is.
        const page = understand(args, `${owner}.${name}`, null, field.order);
        const where = conditionOf(args, context);
        const rows = nested(
          { ...queryOf(page, where), select: selectOf(page.keys) },
          { getType: () => node.name, paths: NODE_PATHS },
        );
        const count = selected().has('totalCount') && {
          _count: { select: { [relation]: { where } } },
        };
        return { select: { [relation]: rows, ...count } };
      };
      builder.prismaObjectField(owner as 'RectificationItem', name, (t) =>
        t.field({
          type: connection,
          description: field.description,
          args: argumentsOf(!field.order) as never,
          // As Pothos' own connections do: the rows are read in the statement of their owner.
          extensions: {
            pothosPrismaSelect: select,
            ...readBy(`${owner}.${name}`, field.order, {
              where: (args, context) => conditionOf(args as Arguments, context),
              relation,
            }),
          },
          resolve: (parent, args) => {
            const loaded = parent as unknown as Record<string, object[]> & {
              id: unknown;
              _count: Record<string, number>;
            };
            const key = String(loaded.id);
            const page = understand(args, `${owner}.${name}`, key, field.order);
            return {
              ...shownPage(page, loaded[relation]!),
              totalCount: () => loaded._count[relation]!,
            } as never;
          },
        }),
      );
    },
  };
}

const complexityOf = (field: number) => (args: { first?: unknown; last?: unknown }) => ({
  field,
  multiplier: Number(args.first ?? args.last ?? 20) / 5,
});

const isGiven = (value: unknown) => value !== null && value !== undefined;

const KEY_MISSING = bilingual('按字段排序须指明字段', 'Say by which field: give its key');
const NO_KEY = bilingual('此排序不需要字段', 'This order takes no key');

function orderInput(
  { name, chinese, english }: ListNode,
  orders: Record<string, ListOrder>,
  valueOrder: (ValueOrder & { name: string }) | undefined,
) {
  const Field = builder.enumType(`${name}OrderField`, {
    description: `${chinese}排序字段。What ${english} can be sorted by.`,
    values: Object.fromEntries(
      [
        ...Object.entries(orders),
        ...(valueOrder ? [[valueOrder.name, valueOrder] as const] : []),
      ].map(([field, { description }]) => [field, { description }]),
    ),
  });
  return builder.inputType(`${name}Order`, {
    description: `${chinese}排序。How ${english} are sorted; ties are broken by id.`,
    fields: (t) => ({
      field: t.field({ type: Field, required: true, description: '字段。What to sort by.' }),
      direction: t.field({
        type: SortDirection,
        required: true,
        description: '方向。Ascending or descending.',
      }),
      ...(valueOrder && {
        key: t.string({
          description: `字段键。Of ${valueOrder.name}: by which field; those that do not have it are left out.`,
        }),
      }),
    }),
  });
}
