import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  cutSource,
  fromDay,
  ProvenanceType,
  SourceSpanType,
} from '@taizhang/platform';
import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { MEASURE_STATE } from '../commands/load-states.ts';
import { isMeasureOverdue, MEASURE_LIFE_CYCLE, refuseMeasureEdit } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { MeasureStatusType } from './enums.type.ts';

builder.prismaNode('CorrectiveMeasure', {
  extensions: { readBy: 'its item' },
  id: { field: 'id' },
  description: '整改措施。What is done about an item.',
  findUnique: (id, context) => ({ id, item: visibleItems(context.caller) }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place within the item, from 1.' }),
    text: t.exposeString('text', { description: '措施。What is to be done.' }),
    status: t.expose('status', {
      type: MeasureStatusType,
      description: '状态。Where it stands in its life cycle.',
    }),
    owner: t.relation('owner', { nullable: true, description: '责任人。Who answers for it.' }),
    responsibleUnit: t.relation('responsibleUnit', {
      nullable: true,
      description: '责任单位。The unit that carries it out.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: '时限。By when; null when not set.',
    }),
    isOverdue: t.boolean({
      description: '是否逾期。Neither accepted nor cancelled past its due date.',
      select: { status: true, dueOn: true },
      resolve: ({ status, dueOn }, _args, { today }) =>
        isMeasureOverdue({ status, dueOn: fromDay(dueOn) }, today()),
    }),
    progress: t.exposeString('progress', {
      nullable: true,
      description: '完成情况。What was reported as done.',
    }),
    submittedBy: t.relation('submittedBy', {
      nullable: true,
      description: '提交人。Who handed it in.',
    }),
    submittedAt: t.expose('submittedAt', {
      type: 'DateTime',
      nullable: true,
      description: '提交时间。When it was handed in.',
    }),
    acceptedBy: t.relation('acceptedBy', {
      nullable: true,
      description: '验收人。Who accepted it; never who submitted.',
    }),
    acceptedAt: t.expose('acceptedAt', {
      type: 'DateTime',
      nullable: true,
      description: '验收时间。When it was accepted.',
    }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: '退回原因。Why it was last returned.',
    }),
    item: t.relation('item', { description: '所属问题。The item it serves.' }),
    documentActions: t.relation('documentActions', {
      description: '涉及制度文件。What was done with documents for it.',
      query: { orderBy: { id: 'asc' } },
    }),
    trainings: t.relation('trainings', {
      description: '相关培训会议。Trainings and meetings held for it.',
      query: { orderBy: [{ heldOn: 'asc' }, { id: 'asc' }] },
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    source: t.field({
      type: SourceSpanType,
      nullable: true,
      description: '原文出处。Where the notice speaks of it.',
      select: {
        sourceStart: true,
        sourceEnd: true,
        item: { select: { round: { select: { notice: { select: { text: true } } } } } },
      },
      resolve: (measure) => cutSource(measure, measure.item.round.notice?.text),
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: MEASURE_STATE,
      resolve: (measure, _args, { caller }) =>
        caller
          ? [
              ...sayActions({ editMeasure: refuseMeasureEdit(measure, caller) }),
              ...offerSteps(MEASURE_LIFE_CYCLE, measure, caller),
            ]
          : [],
    }),
  }),
});
