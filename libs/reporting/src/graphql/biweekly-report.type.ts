import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  BiweeklyUnitStatus,
  builder,
  fromDay,
  MOST_LISTED,
  ProvenanceType,
} from '@taizhang/platform';
import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { REPORT_STATE, reportState } from '../commands/load-biweekly.ts';
import {
  BIWEEKLY_REPORT_LIFE_CYCLE,
  BIWEEKLY_UNIT_LIFE_CYCLE,
  refuseRemindUnits,
} from '../rules/index.ts';
import { visibleReports, visibleUnitReports } from '../visible-biweekly.ts';
import { BiweeklyReportStatusType } from './biweekly-enums.type.ts';
import { BiweeklyTotalsType, countSnapshot } from './biweekly-snapshot.type.ts';

/** The units that have not handed in when the period is over, as a condition on their parts. */
export const LATE_PART = {
  status: { in: BIWEEKLY_UNIT_LIFE_CYCLE.statusesThatAre('isOpen') },
};

builder.prismaNode('BiweeklyReport', {
  extensions: { readBy: 'visibleReports' },
  id: { field: 'id' },
  description: '双周报。What the units of a round report in one period of 14 days.',
  findUnique: (id, { caller }) => ({ id, AND: [visibleReports(caller)] }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', {
      description: '期数。Which period since the feedback, from 1.',
    }),
    startsOn: t.expose('startsOn', { type: 'Date', description: '起。First day of the period.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: '止。Last day of the period.' }),
    status: t.expose('status', {
      type: BiweeklyReportStatusType,
      description: '状态。Where it stands.',
    }),
    isOver: t.boolean({
      description: '本期是否已结束。Whether the period is over.',
      select: { endsOn: true },
      resolve: ({ endsOn }, _args, { today }) => fromDay(endsOn)! < today(),
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: '综述。What party affairs sums up.',
    }),
    compiledBy: t.relation('compiledBy', {
      nullable: true,
      description: '汇总人。Who compiled it.',
    }),
    compiledAt: t.expose('compiledAt', {
      type: 'DateTime',
      nullable: true,
      description: '汇总时间。When it was compiled.',
    }),
    reopenReason: t.exposeString('reopenReason', {
      nullable: true,
      description: '退回理由。Why it was sent back last; null once it is compiled again.',
    }),
    frozenBy: t.relation('frozenBy', {
      nullable: true,
      description: '定稿人。Who froze it; never who compiled it.',
    }),
    frozenAt: t.expose('frozenAt', {
      type: 'DateTime',
      nullable: true,
      description: '定稿时间。When it was frozen.',
    }),
    round: t.relation('round', { description: '巡察轮次。The round it belongs to.' }),
    unitReports: t.relation('unitReports', {
      description: `各科室报送，至多 ${MOST_LISTED} 个。The parts of the units that you may see; at most the first ${MOST_LISTED}, by code.`,
      query: (_args, { caller }) => ({
        where: visibleUnitReports(caller),
        orderBy: { unit: { code: 'asc' } },
        take: MOST_LISTED,
      }),
    }),
    unitCount: t.relationCount('unitReports', {
      description: '应报科室数。Units that have to report, as far as you may see.',
      where: (_args, { caller }) => visibleUnitReports(caller),
    }),
    submittedUnitCount: t.relationCount('unitReports', {
      description: '已报科室数。Units that have handed in, as far as you may see.',
      where: (_args, { caller }) => ({
        AND: [visibleUnitReports(caller)],
        status: BiweeklyUnitStatus.SUBMITTED,
      }),
    }),
    lateUnits: t.prismaField({
      type: ['Organization'],
      nullable: true,
      description: `逾期未报科室，至多 ${MOST_LISTED} 个。Units that had not handed in when the period was over; at most the first ${MOST_LISTED}, by code.`,
      select: { id: true, endsOn: true },
      resolve: (query, { id, endsOn }, _args, { db, caller, today }) =>
        fromDay(endsOn)! < today()
          ? db.organization.findMany({
              ...query,
              where: {
                biweeklyUnitReports: {
                  some: { AND: [visibleUnitReports(caller)], reportId: id, ...LATE_PART },
                },
              },
              orderBy: { code: 'asc' },
              take: MOST_LISTED,
            })
          : [],
    }),
    totals: t.field({
      type: BiweeklyTotalsType,
      nullable: true,
      description:
        '定稿合计。Totals over the frozen rows that you may see; null until it is frozen.',
      select: { id: true, status: true },
      resolve: ({ id, status }, _args, context) =>
        BIWEEKLY_REPORT_LIFE_CYCLE.is('isFrozen', status) ? countSnapshot(context, id) : null,
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: REPORT_STATE,
      resolve: (report, _args, { caller, now }) => {
        if (!caller) return [];
        const state = reportState(report, now(), () => true);
        return [
          ...sayActions({ remindBiweeklyUnits: refuseRemindUnits(state, caller) }),
          ...offerSteps(BIWEEKLY_REPORT_LIFE_CYCLE, state, caller),
        ];
      },
    }),
  }),
});
