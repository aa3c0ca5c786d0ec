import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  BiweeklyAnswer,
  builder,
  fromDay,
  MOST_LISTED,
} from '@taizhang/platform';
import { offerSteps } from '@taizhang/platform/rules';
import { ENTRY_STATE, entryState, UNIT_STATE, unitState } from '../commands/load-biweekly.ts';
import { BIWEEKLY_ENTRY_LIFE_CYCLE, BIWEEKLY_UNIT_LIFE_CYCLE, isUnitLate } from '../rules/index.ts';
import { visibleEntries, visibleUnitReports } from '../visible-biweekly.ts';
import { BiweeklyAnswerType, BiweeklyUnitStatusType } from './biweekly-enums.type.ts';

const VERSION = '版本号。Counts its changes; send it as expectedVersion.';

builder.prismaNode('BiweeklyUnitReport', {
  extensions: { readBy: 'visibleUnitReports' },
  id: { field: 'id' },
  description: '科室报送。What one unit hands in of a biweekly report.',
  findUnique: (id, { caller }) => ({ id, AND: [visibleUnitReports(caller)] }),
  fields: (t) => ({
    unit: t.relation('unit', { description: '科室（单位）。The unit.' }),
    report: t.relation('report', { description: '双周报。The report it is a part of.' }),
    status: t.expose('status', {
      type: BiweeklyUnitStatusType,
      description: '状态。Where it stands.',
    }),
    isLate: t.boolean({
      description: '逾期未报。Whether the period is over and the unit has not handed in.',
      select: { status: true, report: { select: { endsOn: true } } },
      resolve: ({ status, report }, _args, { today }) =>
        isUnitLate({ status, endsOn: fromDay(report.endsOn)! }, today()),
    }),
    entries: t.relation('entries', {
      description: `填报事项，至多 ${MOST_LISTED} 件。What it says of each of its items that you may see; at most the first ${MOST_LISTED}, by code.`,
      query: (_args, { caller }) => ({
        where: visibleEntries(caller),
        orderBy: { item: { code: 'asc' } },
        take: MOST_LISTED,
      }),
    }),
    entryCount: t.relationCount('entries', {
      description: '事项数。Items to report on, as far as you may see.',
      where: (_args, { caller }) => visibleEntries(caller),
    }),
    answeredCount: t.relationCount('entries', {
      description: '已填报数。Items answered, as far as you may see.',
      where: (_args, { caller }) => ({
        AND: [visibleEntries(caller)],
        answer: { not: BiweeklyAnswer.UNANSWERED },
      }),
    }),
    submittedBy: t.relation('submittedBy', {
      nullable: true,
      description: '报送人。Who handed it in last.',
    }),
    submittedAt: t.expose('submittedAt', {
      type: 'DateTime',
      nullable: true,
      description: '报送时间。When it was handed in last.',
    }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: '退回理由。Why it was given back; null once it is handed in again.',
    }),
    version: t.exposeInt('version', { description: VERSION }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: {
        status: true,
        organizationId: true,
        unitId: true,
        report: UNIT_STATE.report,
        // The relation itself may be selected with other conditions: this one only counts.
        _count: { select: { entries: { where: UNIT_STATE.entries.where } } },
      },
      resolve: ({ _count, ...unit }, _args, { caller }) => {
        if (!caller) return [];
        const state = { ...unitState({ ...unit, entries: [] }), unanswered: _count.entries };
        return offerSteps(BIWEEKLY_UNIT_LIFE_CYCLE, state, caller);
      },
    }),
  }),
});

builder.prismaNode('BiweeklyEntry', {
  extensions: { readBy: 'visibleEntries' },
  id: { field: 'id' },
  description: '填报事项。What a unit says of one item in one period.',
  findUnique: (id, { caller }) => ({ id, AND: [visibleEntries(caller)] }),
  fields: (t) => ({
    item: t.relation('item', { description: '问题。The item.' }),
    unitReport: t.relation('unitReport', { description: '科室报送。The part it belongs to.' }),
    answer: t.expose('answer', {
      type: BiweeklyAnswerType,
      description: '填报情况。How it was answered.',
    }),
    progress: t.exposeString('progress', {
      nullable: true,
      description: '进展。What was done; until it is answered, the words of the period before.',
    }),
    difficulties: t.exposeString('difficulties', {
      nullable: true,
      description: '困难。What stands in the way.',
    }),
    nextStep: t.exposeString('nextStep', {
      nullable: true,
      description: '下一步。What is to be done next.',
    }),
    expectedOn: t.expose('expectedOn', {
      type: 'Date',
      nullable: true,
      description: '预计完成。By when the unit expects to be done.',
    }),
    answeredBy: t.relation('answeredBy', {
      nullable: true,
      description: '填报人。Who answered.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: '填报时间。When it was answered.',
    }),
    version: t.exposeInt('version', { description: VERSION }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: ENTRY_STATE,
      resolve: (entry, _args, { caller }) =>
        offerSteps(BIWEEKLY_ENTRY_LIFE_CYCLE, entryState(entry), caller),
    }),
  }),
});
