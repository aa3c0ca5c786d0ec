import { builder } from '@taizhang/platform';
import { ExtensionStatusType, SupervisionKindType } from './enums.type.ts';

builder.prismaObject('FindingManifestation', {
  description: '具体表现。One way in which a problem shows.',
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place within the item, from 1.' }),
    text: t.exposeString('text', { description: '内容。What was seen.' }),
  }),
});

builder.prismaObject('Milestone', {
  description: '阶段目标。A stage of a long-term item.',
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place within the item, from 1.' }),
    title: t.exposeString('title', { description: '目标。What is to be reached.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: '时限。By when.' }),
    reachedOn: t.expose('reachedOn', {
      type: 'Date',
      nullable: true,
      description: '达成日期。The day it was reached.',
    }),
  }),
});

builder.prismaObject('ExtensionRequest', {
  description: '延期申请。A request for more time; the first due date is kept for ever.',
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
  }),
});

builder.prismaObject('Supervision', {
  description: '督办或催办。A leader’s or the rectification office’s intervention.',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: SupervisionKindType,
      description: '类别。Supervision or reminder.',
    }),
    supervisedOn: t.expose('supervisedOn', { type: 'Date', description: '日期。The day.' }),
    byPerson: t.relation('byPerson', { description: '督办人。Who intervened.' }),
    note: t.exposeString('note', { description: '内容。What was asked for.' }),
  }),
});
