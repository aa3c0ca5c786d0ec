import { filterOf, flag, ids, listOf, oneOf, toDay, type Prisma } from '@taizhang/platform';
import { visibleReports, visibleSnapshotRows, visibleUnitReports } from '../visible-biweekly.ts';
import { BiweeklyReportStatusType } from './biweekly-enums.type.ts';
import { LATE_PART } from './biweekly-report.type.ts';

type Where = Prisma.BiweeklyReportWhereInput;

const reportFilter = filterOf<Where>(
  'BiweeklyReportFilter',
  '双周报筛选。Which reports; every condition given must hold.',
  {
    roundId: ids('InspectionRound', '巡察轮次。Of one of these rounds.', (roundId) => ({
      roundId,
    })),
    status: oneOf(BiweeklyReportStatusType, '状态。In one of these statuses.', (status) => ({
      status,
    })),
    late: flag(
      '逾期未报。With a unit that had not handed in when the period was over (true), or with none (false).',
      (is, { caller, today }) => {
        const late: Where = {
          endsOn: { lt: toDay(today())! },
          unitReports: { some: { AND: [visibleUnitReports(caller)], ...LATE_PART } },
        };
        return is ? late : { NOT: late };
      },
    ),
  },
);

const reportList = listOf({
  model: 'BiweeklyReport',
  node: { chinese: '双周报', english: 'biweekly reports' },
  visible: ({ caller }) => visibleReports(caller),
  filter: reportFilter,
  order: ['endsOn'],
  descends: true,
});

reportList.root('biweeklyReports', {
  description: '双周报。The biweekly reports that you may see, newest first.',
});
reportList.inner<{ id: string }>('InspectionRound', 'biweeklyReports', {
  description: '双周报。Its biweekly reports that you may see, newest first.',
  of: ({ id: roundId }) => ({ roundId }),
});

listOf({
  model: 'BiweeklySnapshotRow',
  node: { chinese: '定稿行', english: 'frozen rows' },
  visible: ({ caller }) => visibleSnapshotRows(caller),
  order: ['ordinal'],
}).inner<{ id: string }>('BiweeklyReport', 'rows', {
  description: '定稿清单。Every item as it was when the report was frozen, as far as you may see.',
  of: ({ id: reportId }) => ({ reportId }),
});
