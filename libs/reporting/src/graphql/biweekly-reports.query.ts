import {
  beginsOutOfSight,
  builder,
  filterKey,
  toDay,
  type Caller,
  type Prisma,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { visibleReports, visibleUnitReports } from '../visible-biweekly.ts';
import { BiweeklyReportStatusType } from './biweekly-enums.type.ts';
import { LATE_PART } from './biweekly-report.type.ts';

const BiweeklyReportFilter = builder.inputType('BiweeklyReportFilter', {
  description: '双周报筛选。Which reports; every condition given must hold.',
  fields: (t) => ({
    roundId: t.id({ description: '巡察轮次。Of this round.' }),
    status: t.field({
      type: [BiweeklyReportStatusType],
      description: '状态。In one of these statuses.',
    }),
    late: t.boolean({
      description:
        '逾期未报。With a unit that had not handed in when the period was over (true), or with none (false).',
    }),
  }),
});

type Where = Prisma.BiweeklyReportWhereInput;

/** A filter as a condition; a list without one is read along the index on the end of the period. */
function reportsWhere(
  filter: typeof BiweeklyReportFilter.$inferInput | null | undefined,
  caller: Caller | null,
  now: Date,
): Where {
  const late: Where = {
    endsOn: { lt: toDay(todayInShanghai(now))! },
    unitReports: { some: { AND: [visibleUnitReports(caller)], ...LATE_PART } },
  };
  return {
    ...(filter?.roundId && { roundId: filterKey('InspectionRound', filter.roundId) }),
    ...(filter?.status && { status: { in: [...filter.status] } }),
    ...(typeof filter?.late === 'boolean' && (filter.late ? { AND: [late] } : { NOT: late })),
  };
}

builder.queryField('biweeklyReports', (t) =>
  t.prismaConnection({
    type: 'BiweeklyReport',
    cursor: 'id',
    authScopes: { signedIn: true },
    description: '双周报。The biweekly reports that you may see, newest first.',
    args: { filter: t.arg({ type: BiweeklyReportFilter, description: '筛选。Which reports.' }) },
    totalCount: (_root, { filter }, { db, caller, now }) =>
      db.biweeklyReport.count({
        where: { AND: [visibleReports(caller), reportsWhere(filter, caller, now())] },
      }),
    resolve: async (query, _root, { filter }, { db, caller, now }) => {
      if (await beginsOutOfSight(query, db.biweeklyReport, visibleReports(caller))) return [];
      return db.biweeklyReport.findMany({
        ...query,
        where: { AND: [visibleReports(caller), reportsWhere(filter, caller, now())] },
        orderBy: [{ endsOn: 'desc' }, { id: 'desc' }],
      });
    },
  }),
);
