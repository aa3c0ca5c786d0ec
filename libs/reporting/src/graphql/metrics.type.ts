import { builder, MOST_LISTED } from '@taizhang/platform';
import {
  COMPLETION_RULE,
  completionRate,
  countFigure,
  ITEM_LIFE_CYCLE,
  type CompletionRate,
  type ItemFilterAddress,
  type ItemStatus,
} from '@taizhang/rectification/rules';
import type { Figures } from '../measure-figures.ts';
import type { countDocuments, countTrainings, Cut } from '../measure-ledger.ts';
import {
  documentsInScope,
  measuresInScope,
  trainingsInScope,
  type FigureScope,
} from '../rules/index.ts';
import { ItemFiltersType } from './item-figures.type.ts';
import { MoneySumType } from './money-sum.type.ts';

export const CompletionRateType = builder.objectRef<CompletionRate>('CompletionRate').implement({
  description: '整改完成率。A rate with its numerator and denominator.',
  fields: (t) => ({
    numerator: t.exposeInt('numerator', { description: '分子：已销号问题数。Closed items.' }),
    denominator: t.exposeInt('denominator', {
      description: '分母：全部减撤回。All items but withdrawn ones.',
    }),
    rate: t.exposeFloat('rate', {
      nullable: true,
      description: '比率，0 至 1。Null when the denominator is 0.',
    }),
  }),
});

export const StatusCountType = builder
  .objectRef<{ status: ItemStatus; count: number; filter: ItemFilterAddress | null }>('StatusCount')
  .implement({
    description: '某状态的问题数。How many items are in a status.',
    fields: (t) => ({
      status: t.field({
        type: 'ItemStatus' as never,
        description: '状态。The status.',
        resolve: ({ status }) => status as never,
      }),
      count: t.exposeInt('count', { description: '问题数。Items in it.' }),
      filter: t.field({
        type: 'JSON',
        nullable: true,
        description:
          '筛选条件。What `rectificationItems(filter:)` takes to list them; null for a frozen report, whose rows are kept with it.',
        resolve: ({ filter }) => filter,
      }),
    }),
  });

const cutFields = (
  t: PothosSchemaTypes.ObjectFieldBuilder<(typeof builder)['$inferSchemaTypes'], Cut>,
) => ({
  itemCount: t.int({
    description: '问题数。All items, withdrawn ones too.',
    resolve: ({ counts }) => countFigure('items', counts),
  }),
  overdueCount: t.exposeInt('overdueCount', {
    description: '逾期数。Items open past their due date.',
  }),
  longTermCount: t.int({
    description: '长期整改数。Items under long-term review.',
    resolve: ({ counts }) => countFigure('longTerm', counts),
  }),
  completionRate: t.field({
    type: CompletionRateType,
    description: '整改完成率。Closed ÷ (all − withdrawn).',
    resolve: ({ counts }) => completionRate(counts),
  }),
  filters: t.field({
    type: ItemFiltersType,
    description: '各指标的筛选条件。What opens the rows of each figure.',
    resolve: ({ filter }) => filter,
  }),
});

const AreaMetricsType = builder.objectRef<Cut>('AreaMetrics').implement({
  description: '某一方面的指标。The figures of one area.',
  fields: (t) => ({
    area: t.prismaField({
      type: 'FindingArea',
      description: '方面。The area.',
      resolve: (query, { key }, _args, { db }) =>
        db.findingArea.findUniqueOrThrow({ ...query, where: { id: key! } }),
    }),
    ...cutFields(t),
  }),
});

const UnitMetricsType = builder.objectRef<Cut>('UnitMetrics').implement({
  description: '某一责任单位的指标。The figures of one responsible unit.',
  fields: (t) => ({
    unit: t.prismaField({
      type: 'Organization',
      nullable: true,
      description: '责任单位。The unit; null for items that name none yet.',
      resolve: (query, { key }, _args, { db }) =>
        key ? db.organization.findUnique({ ...query, where: { id: key } }) : null,
    }),
    ...cutFields(t),
  }),
});

const LeaderMetricsType = builder.objectRef<Cut>('LeaderMetrics').implement({
  description: '某一牵头领导的指标。The figures of one lead leader.',
  fields: (t) => ({
    leader: t.prismaField({
      type: 'Person',
      nullable: true,
      description: '牵头领导。The leader; null for items that name none yet.',
      resolve: (query, { key }, _args, { db }) =>
        key ? db.person.findUnique({ ...query, where: { id: key } }) : null,
    }),
    ...cutFields(t),
  }),
});

/** A count within a scope, which says what lists its rows. */
type Within<Count> = Count & { scope: FigureScope };
type DocumentCount = Within<Awaited<ReturnType<typeof countDocuments>>[number]>;
type TrainingCount = Within<Awaited<ReturnType<typeof countTrainings>>[number]>;

const DocumentActionCountType = builder.objectRef<DocumentCount>('DocumentActionCount').implement({
  description: '某月某动作的制度文件数。Documents by action and month.',
  fields: (t) => ({
    action: t.field({
      type: 'DocumentActionKind' as never,
      description: '动作。The action.',
      resolve: ({ action }) => action as never,
    }),
    month: t.exposeString('month', {
      nullable: true,
      description: '月份，如 2025-03。Null when no day is known.',
    }),
    count: t.exposeInt('count', { description: '文件数。Distinct documents.' }),
    filter: t.field({
      type: 'JSON',
      description: '筛选条件。What `institutionalDocuments(filter:)` takes to list them.',
      resolve: ({ scope, action: kind, month }) => documentsInScope(scope, { kind, month }),
    }),
  }),
});

const TrainingCountType = builder.objectRef<TrainingCount>('TrainingCount').implement({
  description: '某月某类培训会议数。Trainings that took place, by kind and month.',
  fields: (t) => ({
    kind: t.field({
      type: 'TrainingKind' as never,
      description: '类别。The kind.',
      resolve: ({ kind }) => kind as never,
    }),
    month: t.exposeString('month', {
      nullable: true,
      description: '月份，如 2025-03。Null when no day is known.',
    }),
    count: t.exposeInt('count', { description: '项数。Trainings, a series counting once.' }),
    sessions: t.exposeInt('sessions', { description: '场次。Sessions.' }),
    attendances: t.exposeInt('attendances', {
      description: '人次。People present, as far as counted.',
    }),
    hours: t.exposeFloat('hours', { description: '学时。Hours, as far as known.' }),
    filter: t.field({
      type: 'JSON',
      description: '筛选条件。What `trainings(filter:)` takes to list them.',
      resolve: ({ scope, kind, month }) => trainingsInScope(scope, { kind, month }),
    }),
  }),
});

export const MetricsType = builder.objectRef<Figures>('RectificationMetrics').implement({
  description: '整改指标。The figures over the items that you may see.',
  fields: (t) => {
    const count = (description: string, figure: Parameters<typeof countFigure>[0]) =>
      t.int({ description, resolve: ({ items }) => countFigure(figure, items.counts) });
    const measuresOf = (description: string, counted: Parameters<typeof measuresInScope>[1]) =>
      t.field({
        type: 'JSON',
        description,
        resolve: ({ scope }) => measuresInScope(scope.filter, counted),
      });
    return {
      computedAt: t.field({
        type: 'DateTime',
        description: '计算时间。When they were counted.',
        resolve: ({ scope }) => scope.madeAt,
      }),
      rule: t.string({
        description: '完成率规则。How the completion rate is defined, "中文 / English".',
        resolve: () => COMPLETION_RULE,
      }),
      itemCount: count('问题总数。All items, withdrawn ones too.', 'items'),
      withdrawnCount: count('已撤回数。Withdrawn items.', 'withdrawn'),
      closedCount: count('已销号数。Closed items.', 'closed'),
      longTermCount: count('长期整改数。Items under long-term review.', 'longTerm'),
      filters: t.field({
        type: ItemFiltersType,
        description: '各指标的筛选条件。What opens the rows of each figure.',
        resolve: ({ items }) => items.filter,
      }),
      overdueCount: t.int({
        description: '逾期数。Items open past their due date.',
        resolve: ({ items }) => items.overdueCount,
      }),
      completionRate: t.field({
        type: CompletionRateType,
        description: '整改完成率。Closed ÷ (all − withdrawn).',
        resolve: ({ items }) => completionRate(items.counts),
      }),
      closedWithEvidenceCount: t.int({
        description: '有佐证的销号数。Closed items with accepted evidence.',
        resolve: ({ closedWithEvidence }) => closedWithEvidence(),
      }),
      measureCount: t.int({
        description: '措施数。Measures that are not cancelled.',
        resolve: ({ measures }) => measures(),
      }),
      acceptedMeasureCount: t.int({
        description: '已验收措施数。Accepted measures.',
        resolve: ({ acceptedMeasures }) => acceptedMeasures(),
      }),
      measureFilter: measuresOf(
        '措施的筛选条件。What `correctiveMeasures(filter:)` takes to list the measures counted.',
        'isCounted',
      ),
      acceptedMeasureFilter: measuresOf(
        '已验收措施的筛选条件。What `correctiveMeasures(filter:)` takes to list the accepted ones.',
        'isCompleted',
      ),
      amountInvolved: t.field({
        type: MoneySumType,
        description: '涉及金额。The money involved in the items that are not withdrawn.',
        resolve: ({ amountInvolved }) => amountInvolved(),
      }),
      byStatus: t.field({
        type: [StatusCountType],
        description:
          '按状态，至多每个状态一项。By status, at most one each, in the order of the life cycle; statuses without items are left out.',
        resolve: ({ items }) =>
          ITEM_LIFE_CYCLE.everyStatus
            .filter((status) => items.counts[status])
            .map((status) => ({
              status,
              count: items.counts[status]!,
              filter: { ...items.filter, status: [status] },
            })),
      }),
      byArea: t.field({
        type: [AreaMetricsType],
        description: `按方面，至多 ${MOST_LISTED} 个。By area, in the order of their rounds; at most the first ${MOST_LISTED}.`,
        resolve: async ({ byArea }) => (await byArea()).slice(0, MOST_LISTED),
      }),
      byUnit: t.field({
        type: [UnitMetricsType],
        description: `按责任单位，至多 ${MOST_LISTED} 个。By responsible unit, most items first; at most ${MOST_LISTED}.`,
        resolve: ({ items }) => items.cutBy('responsibleUnitId').slice(0, MOST_LISTED),
      }),
      byLeader: t.field({
        type: [LeaderMetricsType],
        description: `按牵头领导，至多 ${MOST_LISTED} 位。By lead leader, most items first; at most ${MOST_LISTED}.`,
        resolve: ({ items }) => items.cutBy('leadLeaderId').slice(0, MOST_LISTED),
      }),
      documents: t.field({
        type: [DocumentActionCountType],
        description:
          '制度文件，按动作和月份，至多每动作每月一条。Documents by action and month; at most one each.',
        resolve: async ({ documents, scope }) => within(scope.filter, await documents()),
      }),
      trainings: t.field({
        type: [TrainingCountType],
        description:
          '培训会议，按类别和月份，至多每类每月一条。Trainings by kind and month; at most one each.',
        resolve: async ({ trainings, scope }) => within(scope.filter, await trainings()),
      }),
    };
  },
});

const within = <Count>(scope: FigureScope, counts: Count[]): Within<Count>[] =>
  counts.map((count) => ({ ...count, scope }));
