import { badInput, builder } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import {
  figureField,
  groupByField,
  groupByStage,
  sumFields,
  type FieldSum,
  type FigureGroup,
} from '../measure-register.ts';
import { definitionOf } from '../stored-value.ts';
import { visibleEntries } from '../visible-registers.ts';
import { entryFilter, matchedValues } from './entry-filter.ts';

const SumType = builder.objectRef<FieldSum>('RegisterSum').implement({
  description: '合计。The sum of a field over entries.',
  fields: (t) => ({
    key: t.string({ description: '字段键。Of which field.', resolve: ({ field }) => field.key }),
    label: t.string({
      description: '字段名。What it is called.',
      resolve: ({ field }) => field.label,
    }),
    count: t.exposeInt('count', { description: '已填数。Entries that say something in it.' }),
    fen: t.expose('fen', {
      type: 'Fen',
      nullable: true,
      description: '金额合计。Of MONEY: whole fen; null when none says anything.',
    }),
    number: t.exposeString('number', {
      nullable: true,
      description: '数字合计。Of NUMBER: exact; null when none says anything.',
    }),
  }),
});

const GroupType = builder.objectRef<FigureGroup>('RegisterFigureGroup').implement({
  description: '分组。Entries that say the same in one field, or stand in one stage.',
  fields: (t) => ({
    value: t.exposeString('value', {
      nullable: true,
      description:
        '取值。What lists them by a filter: `stage`, or `is`, `isTrue` (1, 0) and `recordId` (a key) of the field; null for nothing said.',
    }),
    label: t.exposeString('label', {
      nullable: true,
      description: '名称。In words; null for nothing said.',
    }),
    count: t.exposeInt('count', { description: '登记数。How many.' }),
    sums: t.expose('sums', { type: [SumType], description: '合计，至多 5 项。At most 5.' }),
  }),
});

interface Figures {
  count: number;
  sums: FieldSum[];
  groups: FigureGroup[];
}

const FiguresType = builder.objectRef<Figures>('RegisterFigures').implement({
  description: '登记簿数字。Counts and sums over entries that you may see.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: '登记数。How many entries.' }),
    sums: t.expose('sums', { type: [SumType], description: '合计，至多 5 项。At most 5.' }),
    groups: t.expose('groups', {
      type: [GroupType],
      description:
        '分组，至多 50 组，多者在前。At most 50, the largest first; stages in the order of the flow.',
    }),
  }),
});

const MOST_SUMS = 5;

builder.prismaObjectField('Register', 'figures', (t) =>
  t.field({
    type: FiguresType,
    nullable: true,
    description:
      '数字。Counts and sums over its entries. A sensitive field counts only where you may see sensitive fields.',
    // Each sum and group is a statement over all entries that count.
    complexity: { field: 500 },
    args: {
      filter: t.arg({
        type: entryFilter.type,
        description: '筛选。Which entries; all when unsaid.',
      }),
      groupBy: t.arg.string({
        description: '分组字段键，stage 为阶段。By what one field says, or `stage`.',
      }),
      sums: t.arg.stringList({
        description: '合计字段键，至多 5 个。The sums of these fields; at most 5.',
      }),
    },
    select: { id: true, versions: { orderBy: { number: 'desc' }, take: 1 } },
    resolve: async ({ id, versions }, { filter, groupBy, sums }, context) => {
      const definition = definitionOf(versions[0]!);
      if ((sums ?? []).length > MOST_SUMS) throw badInput(TOO_MANY, 'sums');
      const fields = (sums ?? []).map((key) => figureField(definition, key, 'sums'));
      const where = {
        AND: [
          { registerId: id },
          visibleEntries(context.caller),
          entryFilter.where(filter ?? undefined, context, { owner: id }),
        ],
      };
      const measured = {
        db: context.db,
        registerId: id,
        definition,
        where,
        told: matchedValues(context),
      };
      return {
        count: await context.db.registerEntry.count({ where }),
        sums: await sumFields(measured, fields),
        groups: await groups(measured, groupBy, fields),
      };
    },
  }),
);

const TOO_MANY = bilingual(`合计至多 ${MOST_SUMS} 项`, `At most ${MOST_SUMS} sums`);

function groups(
  measured: Parameters<typeof groupByField>[0],
  groupBy: string | null | undefined,
  fields: Parameters<typeof sumFields>[1],
) {
  if (!groupBy) return [];
  if (groupBy === 'stage') return groupByStage(measured, fields);
  return groupByField(measured, figureField(measured.definition, groupBy, 'groupBy'), fields);
}
