import { offerSteps } from '@taizhang/platform/rules';
import { ALLOWED_ACTIONS, AllowedActionType, builder } from '@taizhang/platform';
import {
  EXTENSION_STATE,
  MILESTONE_STATE,
  milestoneState,
  SUPERVISION_STATE,
  supervisionState,
} from '../commands/load-follow-up.ts';
import {
  EXTENSION_LIFE_CYCLE,
  MILESTONE_LIFE_CYCLE,
  SUPERVISION_LIFE_CYCLE,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { ExtensionStatusType, SupervisionKindType } from './enums.type.ts';

const VERSION = '版本号。Counts its changes; send it as expectedVersion.';

builder.prismaNode('Milestone', {
  extensions: { readBy: 'its item' },
  id: { field: 'id' },
  description: '阶段目标。A stage of a long-term item.',
  findUnique: (id, context) => ({ id, item: visibleItems(context.caller) }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place within the item, from 1.' }),
    title: t.exposeString('title', { description: '目标。What is to be reached.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: '时限。By when.' }),
    reachedOn: t.expose('reachedOn', {
      type: 'Date',
      nullable: true,
      description: '达成日期。The day it was reached.',
    }),
    version: t.exposeInt('version', { description: VERSION }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: MILESTONE_STATE,
      resolve: (milestone, _args, { caller }) =>
        offerSteps(MILESTONE_LIFE_CYCLE, milestoneState(milestone), caller),
    }),
  }),
});

builder.prismaNode('ExtensionRequest', {
  extensions: { readBy: 'its item' },
  id: { field: 'id' },
  description: '延期申请。A request for more time; the first due date is kept for ever.',
  findUnique: (id, context) => ({ id, item: visibleItems(context.caller) }),
  fields: (t) => ({
    status: t.expose('status', {
      type: ExtensionStatusType,
      description: '状态。What became of it.',
    }),
    previousDueOn: t.expose('previousDueOn', {
      type: 'Date',
      description: '原时限。The due date when it was asked for.',
    }),
    requestedDueOn: t.expose('requestedDueOn', {
      type: 'Date',
      description: '申请时限。The due date asked for.',
    }),
    reason: t.exposeString('reason', { description: '理由。Why more time is needed.' }),
    requestedBy: t.relation('requestedBy', { description: '申请人。Who asked.' }),
    requestedAt: t.expose('requestedAt', {
      type: 'DateTime',
      description: '申请时间。When it was asked for.',
    }),
    decidedBy: t.relation('decidedBy', {
      nullable: true,
      description: '审批人。Who decided; never who asked.',
    }),
    decidedAt: t.expose('decidedAt', {
      type: 'DateTime',
      nullable: true,
      description: '审批时间。When it was decided.',
    }),
    decisionReason: t.exposeString('decisionReason', {
      nullable: true,
      description: '审批意见。Why it was decided so.',
    }),
    item: t.relation('item', { description: '所属问题。The item that more time is for.' }),
    version: t.exposeInt('version', { description: VERSION }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: EXTENSION_STATE,
      resolve: (extension, _args, { caller }) =>
        offerSteps(EXTENSION_LIFE_CYCLE, extension, caller),
    }),
  }),
});

builder.prismaNode('Supervision', {
  extensions: { readBy: 'its item' },
  id: { field: 'id' },
  description: '督办或催办。A leader’s, the rectification or inspection office’s intervention.',
  findUnique: (id, context) => ({ id, item: visibleItems(context.caller) }),
  fields: (t) => ({
    kind: t.expose('kind', {
      type: SupervisionKindType,
      description: '类别。Supervision or reminder.',
    }),
    supervisedOn: t.expose('supervisedOn', { type: 'Date', description: '日期。The day.' }),
    byPerson: t.relation('byPerson', { description: '督办人。Who intervened.' }),
    note: t.exposeString('note', { description: '内容。What was asked for.' }),
    answer: t.exposeString('answer', {
      nullable: true,
      description: '答复。What the unit replied; null until it did.',
    }),
    answeredOn: t.expose('answeredOn', {
      type: 'Date',
      nullable: true,
      description: '答复日期。The day of the reply.',
    }),
    answeredBy: t.relation('answeredBy', {
      nullable: true,
      description: '答复人。Who replied.',
    }),
    item: t.relation('item', { description: '所属问题。The item it is about.' }),
    version: t.exposeInt('version', { description: VERSION }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: SUPERVISION_STATE,
      resolve: (supervision, _args, { caller }) =>
        offerSteps(SUPERVISION_LIFE_CYCLE, supervisionState(supervision), caller),
    }),
  }),
});
