import { builder, filterKey, fromDay, type Prisma, type RequestContext } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { GraphQLError } from 'graphql';
import {
  BIWEEKLY_REPORT_LIFE_CYCLE,
  type BiweeklyReportStatus,
  compareSnapshots,
  type FieldChange,
  type SnapshotComparison,
} from '../rules/index.ts';
import { visibleReports, visibleSnapshotRows } from '../visible-biweekly.ts';

/** As many items as a comparison names of each kind. */
const MOST_COMPARED = 5_000;

interface Row {
  id: string;
  itemId: string;
}
interface Comparison extends SnapshotComparison<Row> {
  fromId: string;
  toId: string;
}

const FieldChangeType = builder.objectRef<FieldChange>('BiweeklyFieldChange').implement({
  description: '字段变化。A field that differs between two frozen reports.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: '字段。The field of `BiweeklySnapshotRow`.',
    }),
    before: t.exposeString('before', {
      nullable: true,
      description: '前值。As a text; null where there was nothing.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: '后值。As a text; null where there is nothing.',
    }),
  }),
});

/** Reads rows anew by their ids, with what was selected, in their order. */
async function readRows(query: object, rows: readonly Row[], { db }: RequestContext) {
  const ids = rows.slice(0, MOST_COMPARED).map(({ id }) => id);
  return db.biweeklySnapshotRow.findMany({
    ...query,
    where: { id: { in: ids } },
    orderBy: { ordinal: 'asc' },
  });
}

const ChangedRowType = builder
  .objectRef<{ after: Row; fields: FieldChange[] }>('BiweeklyChangedRow')
  .implement({
    description: '有变化的问题。An item that differs between two frozen reports.',
    fields: (t) => ({
      row: t.prismaField({
        type: 'BiweeklySnapshotRow',
        description: '后一期的行。The item as it is in the later report.',
        resolve: (query, { after }, _args, { db }) =>
          db.biweeklySnapshotRow.findUniqueOrThrow({ ...query, where: { id: after.id } }),
      }),
      changes: t.field({
        type: [FieldChangeType],
        description: '变化，至多每个字段一项。Each field that differs; at most one a field.',
        resolve: ({ fields }) => fields,
      }),
    }),
  });

const ComparisonType = builder.objectRef<Comparison>('BiweeklyComparison').implement({
  description: '两期对比。What differs between two frozen reports, among the rows you may see.',
  fields: (t) => {
    const report = (description: string, of: (comparison: Comparison) => string) =>
      t.prismaField({
        type: 'BiweeklyReport',
        description,
        resolve: (query, comparison, _args, { db }) =>
          db.biweeklyReport.findUniqueOrThrow({ ...query, where: { id: of(comparison) } }),
      });
    return {
      from: report('前一期。The report compared from.', ({ fromId }) => fromId),
      to: report('后一期。The report compared to.', ({ toId }) => toId),
      added: t.prismaField({
        type: ['BiweeklySnapshotRow'],
        description: `新增问题，至多 ${MOST_COMPARED} 件。Items in the second report alone; at most the first ${MOST_COMPARED}.`,
        resolve: (query, { added }, _args, context) => readRows(query, added, context),
      }),
      removed: t.prismaField({
        type: ['BiweeklySnapshotRow'],
        description: `减少问题，至多 ${MOST_COMPARED} 件。Items in the first report alone; at most the first ${MOST_COMPARED}.`,
        resolve: (query, { removed }, _args, context) => readRows(query, removed, context),
      }),
      changed: t.field({
        type: [ChangedRowType],
        description: `有变化的问题，至多 ${MOST_COMPARED} 件。Items in both that differ; at most the first ${MOST_COMPARED}.`,
        resolve: ({ changed }) => changed.slice(0, MOST_COMPARED),
      }),
      unchangedCount: t.exposeInt('unchangedCount', {
        description: '无变化问题数。Items in both that do not differ.',
      }),
    };
  },
});

builder.queryField('compareBiweeklyReports', (t) =>
  t.field({
    type: ComparisonType,
    nullable: true,
    authScopes: { signedIn: true },
    complexity: 300,
    description:
      '两期双周报对比。Compares two frozen reports of a round field by field; null when you may not see one of them.',
    args: {
      fromId: t.arg.id({ required: true, description: '前一期。The report to compare from.' }),
      toId: t.arg.id({ required: true, description: '后一期。The report to compare to.' }),
    },
    resolve: async (_root, args, context) => {
      const [fromId, toId] = [args.fromId, args.toId].map((id) => filterKey('BiweeklyReport', id));
      const [from, to] = await Promise.all([
        findReport(context, fromId!),
        findReport(context, toId!),
      ]);
      if (!from || !to) return null;
      refuseComparison(from, to);
      const [before, after] = await Promise.all([rowsOf(context, from.id), rowsOf(context, to.id)]);
      return { fromId: from.id, toId: to.id, ...compareSnapshots(before, after) };
    },
  }),
);

const findReport = ({ db, caller }: RequestContext, id: string) =>
  db.biweeklyReport.findFirst({
    where: { id, AND: [visibleReports(caller)] },
    select: { id: true, roundId: true, status: true },
  });
type Found = NonNullable<Awaited<ReturnType<typeof findReport>>>;

function refuseComparison(from: Found, to: Found): void {
  const problem =
    from.roundId !== to.roundId
      ? bilingual('请选择同一轮次的两期', 'Choose two reports of one round')
      : !isFrozen(from) || !isFrozen(to)
        ? bilingual('只能对比已定稿的双周报', 'Only frozen reports can be compared')
        : null;
  if (problem) throw new GraphQLError(problem, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** The rows of a report that the caller may see, by the index on report and place. */
async function rowsOf({ db, caller }: RequestContext, reportId: string) {
  const where: Prisma.BiweeklySnapshotRowWhereInput = {
    reportId,
    AND: [visibleSnapshotRows(caller)],
  };
  const rows = await db.biweeklySnapshotRow.findMany({ where, orderBy: { ordinal: 'asc' } });
  return rows.map((row) => ({
    ...row,
    dueOn: fromDay(row.dueOn),
    expectedOn: fromDay(row.expectedOn),
  }));
}

const isFrozen = ({ status }: { status: BiweeklyReportStatus }) =>
  BIWEEKLY_REPORT_LIFE_CYCLE.is('isFrozen', status);
