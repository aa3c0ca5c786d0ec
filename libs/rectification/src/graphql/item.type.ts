import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  cutSource,
  describedValuesOf,
  fromDay,
  outputFieldsOf,
  historyOf,
  ProvenanceType,
  SourceSpanType,
} from '@taizhang/platform';
import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { ITEM_STATE } from '../commands/load-states.ts';
import {
  daysLate,
  EVIDENCE_LIFE_CYCLE,
  isOverdue,
  ITEM_FIELDS,
  ITEM_LIFE_CYCLE,
  type ItemStatus,
  MEASURE_LIFE_CYCLE,
  refuseAddMeasure,
  refuseAddMilestone,
  refuseAttachEvidence,
  refuseItemEdit,
  refuseRequestExtension,
  refuseSupervision,
} from '../rules/index.ts';
import { seenItemEvents } from '../seen-item-events.ts';
import { visibleItems } from '../visible-items.ts';
import { CHOICE_TYPES, ItemStatusType } from './enums.type.ts';

const DATES = { status: true, dueOn: true, closedOn: true } as const;

/** An item's days as the rules compare them. */
const dated = (item: { status: ItemStatus; dueOn: Date | null; closedOn: Date | null }) => ({
  status: item.status,
  dueOn: fromDay(item.dueOn),
  closedOn: fromDay(item.closedOn),
});

builder.prismaNode('RectificationItem', {
  extensions: { readBy: 'visibleItems' },
  id: { field: 'id' },
  description: '具体问题，即台账的一行。One specific problem: a row of the ledger.',
  findUnique: (id, context) => ({ id, AND: [visibleItems(context.caller)] }),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: '编号。Round code, area and ordinal, such as MH-WL-2024-1.2.',
    }),
    ordinal: t.exposeInt('ordinal', { description: '序号。Place within its area, from 1.' }),
    ...outputFieldsOf(t, ITEM_FIELDS, CHOICE_TYPES),
    describedValues: describedValuesOf(t, ITEM_FIELDS) as never,
    status: t.expose('status', {
      type: ItemStatusType,
      description: '状态。Where it stands in its life cycle.',
    }),
    isOverdue: t.boolean({
      description: '是否逾期。Open past its due date today; long-term items are not.',
      select: DATES,
      resolve: (item, _args, { today }) => isOverdue(dated(item), today()),
    }),
    daysLate: t.int({
      nullable: true,
      description:
        '逾期天数。Days past the due date, for a closed item up to closing; null when not late.',
      select: DATES,
      resolve: (item, _args, { today }) => daysLate(dated(item), today()),
    }),
    firstDueOn: t.expose('firstDueOn', {
      type: 'Date',
      nullable: true,
      description: '原时限。The due date first set, kept for ever.',
    }),
    closedOn: t.expose('closedOn', {
      type: 'Date',
      nullable: true,
      description: '销号日期。The day it was closed.',
    }),
    reviewOn: t.expose('reviewOn', {
      type: 'Date',
      nullable: true,
      description: '复核日期。When a long-term item is looked at again.',
    }),
    round: t.relation('round', { description: '巡察轮次。The round it belongs to.' }),
    area: t.relation('area', { description: '方面。The area it belongs to.' }),
    organization: t.relation('organization', {
      description: '被巡察党组织。The inspected organization.',
    }),
    primaryResponsiblePerson: t.relation('primaryResponsiblePerson', {
      nullable: true,
      description: '第一责任人。The first responsible person.',
    }),
    leadLeader: t.relation('leadLeader', {
      nullable: true,
      description: '牵头领导。The one leader who leads it.',
    }),
    responsibleUnit: t.relation('responsibleUnit', {
      nullable: true,
      description: '责任科室（单位）。The unit responsible.',
    }),
    supportingUnits: t.field({
      type: ['Organization' as never],
      description: '配合单位，至多 50 个。The units that support it; at most 50.',
      select: (_args, _context, nested) => ({
        supportingUnits: { select: { organization: nested() }, orderBy: { organizationId: 'asc' } },
      }),
      resolve: ({ supportingUnits }) =>
        supportingUnits.map(({ organization }) => organization) as never,
    }),
    manifestations: t.relation('manifestations', {
      description: '具体表现。How the problem shows.',
      query: { orderBy: { ordinal: 'asc' } },
    }),
    measures: t.relation('measures', {
      description: '整改措施。Its corrective measures, in order.',
      query: { orderBy: { ordinal: 'asc' } },
    }),
    milestones: t.relation('milestones', {
      description: '阶段目标。The stages of a long-term item.',
      query: { orderBy: { ordinal: 'asc' } },
    }),
    measureCount: t.relationCount('measures', {
      description: '措施数。Measures that are not cancelled.',
      where: { status: { in: MEASURE_LIFE_CYCLE.statusesThatAre('isCounted') } },
    }),
    acceptedMeasureCount: t.relationCount('measures', {
      description: '已验收措施数。Accepted measures.',
      where: { status: { in: MEASURE_LIFE_CYCLE.statusesThatAre('isCompleted') } },
    }),
    evidenceCount: t.relationCount('evidence', {
      description: '佐证材料数。Pieces of evidence that are not rejected.',
      where: { status: { in: EVIDENCE_LIFE_CYCLE.statusesThatAre('isStanding') } },
    }),
    documentActions: t.relation('documentActions', {
      description: '涉及制度文件。What was done with documents for it.',
      query: { orderBy: { id: 'asc' } },
    }),
    trainings: t.relation('trainings', {
      description: '相关培训会议。Trainings and meetings held for it.',
      query: { orderBy: [{ heldOn: 'asc' }, { id: 'asc' }] },
    }),
    extensions: t.relation('extensions', {
      description: '延期申请。Requests for more time, oldest first.',
      query: { orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] },
    }),
    supervisions: t.relation('supervisions', {
      description: '督办催办。Interventions, oldest first.',
      query: { orderBy: [{ supervisedOn: 'asc' }, { id: 'asc' }] },
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    provenanceNote: t.exposeString('provenanceNote', {
      nullable: true,
      description: '来源说明。More on where its facts come from.',
    }),
    source: t.field({
      type: SourceSpanType,
      nullable: true,
      description: '原文出处。Where the notice speaks of it.',
      select: {
        sourceStart: true,
        sourceEnd: true,
        round: { select: { notice: { select: { text: true } } } },
      },
      resolve: (item) => cutSource(item, item.round.notice?.text),
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: '登记时间。When it was entered.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: '更新时间。When it last changed.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: ITEM_STATE,
      resolve: (item, _args, { caller }) => {
        if (!caller) return [];
        const others = {
          editRectificationItem: refuseItemEdit(item, caller),
          addMeasure: refuseAddMeasure(item, caller),
          attachEvidence: refuseAttachEvidence(item, caller),
          requestExtension: refuseRequestExtension(
            {
              ...item,
              hasDueDate: item.dueOn !== null,
              hasOpenExtension: item._count.extensions > 0,
            },
            caller,
          ),
          superviseRectificationItem: refuseSupervision(item, caller),
          addMilestone: refuseAddMilestone(item, caller),
        };
        return [...offerSteps(ITEM_LIFE_CYCLE, item, caller), ...sayActions(others)];
      },
    }),
  }),
});

historyOf('RectificationItem', {
  description: '历史。What happened to it and its measures, newest first.',
  of: ({ id }) => ({ itemId: id }),
  visible: ({ caller }) => visibleItems(caller),
  seen: ({ caller }) => seenItemEvents(caller),
});
