import { builder, encodeRecordId, onceARequest } from '@taizhang/platform';
import { measureFigures } from '../measure-figures.ts';
import { MetricsType } from './metrics.type.ts';

const MetricsFilter = builder.inputType('MetricsFilter', {
  description: '指标范围。What the figures are about; every condition given must hold.',
  fields: (t) => ({
    roundId: t.id({ description: '巡察轮次。Of this round.' }),
    organizationId: t.id({ description: '被巡察党组织。Of this inspected organization.' }),
    year: t.int({
      description:
        '年度。Items as in `RectificationItemFilter.year`; documents and trainings of the year.',
    }),
  }),
});

builder.queryField('rectificationMetrics', (t) =>
  t.field({
    type: MetricsType,
    authScopes: { signedIn: true },
    description: '整改指标。Figures over the items, documents and trainings that you may see.',
    // They are over the whole ledger: as much work as a page of ten rows with all below them, or more.
    complexity: 2_500,
    args: {
      filter: t.arg({ type: MetricsFilter, description: '范围。Everything visible when unsaid.' }),
    },
    resolve: (_root, { filter }, context, info) =>
      onceARequest(context, info, `figures ${JSON.stringify(filter ?? {})}`, () =>
        measureFigures(context, filter ?? {}),
      ),
  }),
);

builder.prismaObjectField('InspectionRound', 'metrics', (t) =>
  t.field({
    type: MetricsType,
    nullable: true,
    description: '整改指标。The figures of this round.',
    complexity: 300,
    select: { id: true },
    resolve: ({ id }, _args, context) =>
      measureFigures(context, { roundId: encodeRecordId('InspectionRound', id) }),
  }),
);
