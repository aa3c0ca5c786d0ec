import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { ALLOWED_ACTIONS, AllowedActionType, builder, statusEnum } from '@taizhang/platform';
import { PUBLIC_NOTICE_STATE } from '../commands/load-public-notice.ts';
import {
  PUBLIC_NOTICE_EDITS,
  PUBLIC_NOTICE_LIFE_CYCLE,
  refusePublicNoticeEdit,
} from '../rules/index.ts';
import { visiblePublicNotices, wholeRounds } from '../visible-items.ts';
import { itemList } from './items.query.ts';

const PublicNoticeStatusType = statusEnum(
  'PublicNoticeStatus',
  '通报状态。Where a notice stands on its way to the public.',
  PUBLIC_NOTICE_LIFE_CYCLE,
);

export const OmissionGroundType = builder.enumType('OmissionGround', {
  description: '不予公开的理由。Why an item is left out of a notice.',
  values: {
    STATE_SECRET: { description: '涉及秘密。Secrets.' },
    UNDISCLOSED_CASE: { description: '涉及未公开案件。Undisclosed case.' },
    ADVERSE_PUBLICITY: { description: '可能引发负面舆情。Adverse publicity.' },
    MASS_PETITION: { description: '可能引发群体信访。Mass petition.' },
    MAJOR_SENSITIVITY: { description: '涉及重大敏感事项。Major sensitivity.' },
  } as const,
});

builder.prismaObject('PublicNoticeOmission', {
  extensions: { readBy: 'wholeRounds' },
  description: '不予公开。An item that a notice leaves out, and why.',
  fields: (t) => ({
    item: t.relation('item', { description: '问题。The item left out.' }),
    ground: t.expose('ground', { type: OmissionGroundType, description: '理由。The ground.' }),
    note: t.exposeString('note', { description: '说明。What the ground means here.' }),
    omittedBy: t.relation('omittedBy', {
      nullable: true,
      description: '经办人。Who left it out.',
    }),
    omittedAt: t.expose('omittedAt', { type: 'DateTime', description: '时间。When.' }),
  }),
});

builder.prismaNode('PublicNotice', {
  extensions: { readBy: 'wholeRounds, or released and visibleRounds' },
  id: { field: 'id' },
  description: '通报。What is made public of a round; two people release it.',
  findUnique: (id, { caller }) => ({ id, AND: [visiblePublicNotices(caller)] }),
  fields: (t) => ({
    title: t.exposeString('title', { description: '标题。What it is called.' }),
    status: t.expose('status', {
      type: PublicNoticeStatusType,
      description: '状态。Where it stands.',
    }),
    preparedBy: t.relation('preparedBy', {
      nullable: true,
      description: '起草人。Who drafted it.',
    }),
    preparedAt: t.expose('preparedAt', { type: 'DateTime', description: '起草时间。When.' }),
    proposedBy: t.relation('proposedBy', {
      nullable: true,
      description: '提请人。Who signed first.',
    }),
    proposedAt: t.expose('proposedAt', {
      type: 'DateTime',
      nullable: true,
      description: '提请时间。When it was signed first.',
    }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: '退回理由。Why it was sent back; kept until it is proposed again.',
    }),
    releasedBy: t.relation('releasedBy', {
      nullable: true,
      description: '发布人。Who signed second; never who proposed it.',
    }),
    releasedAt: t.expose('releasedAt', {
      type: 'DateTime',
      nullable: true,
      description: '发布时间。When it was signed second.',
    }),
    releasedOn: t.expose('releasedOn', {
      type: 'Date',
      nullable: true,
      description: '发布日期。The day it was released.',
    }),
    withdrawReason: t.exposeString('withdrawReason', {
      nullable: true,
      description: '撤下理由。Why it was withdrawn.',
    }),
    round: t.relation('round', { description: '巡察轮次。The round it belongs to.' }),
    omissions: t.relation('omissions', {
      description: '不予公开。What it leaves out; for who reads the whole ledger.',
      query: (_args, { caller }) => ({
        where: { notice: { round: wholeRounds(caller) } },
        orderBy: { id: 'asc' },
      }),
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: PUBLIC_NOTICE_STATE,
      resolve: (notice, _args, { caller }) =>
        caller
          ? [
              ...sayActions(
                Object.fromEntries(
                  PUBLIC_NOTICE_EDITS.map((edit) => [edit, refusePublicNoticeEdit(notice, caller)]),
                ),
              ),
              ...offerSteps(PUBLIC_NOTICE_LIFE_CYCLE, notice, caller),
            ]
          : [],
    }),
  }),
});

itemList.inner<PublishingNotice>('PublicNotice', 'items', {
  description:
    '公开的问题。The items it publishes, of those the viewer sees; once released, none that came later.',
  of: ({ id, roundId, releasedAt }) => ({
    roundId,
    noticeOmissions: { none: { noticeId: id } },
    ...(releasedAt && { createdAt: { lte: releasedAt } }),
  }),
  order: ['ordinal'],
});

interface PublishingNotice {
  id: string;
  roundId: string;
  releasedAt: Date | null;
}

builder.prismaObjectField('InspectionRound', 'publicNotices', (t) =>
  t.relation('publicNotices', {
    description:
      '通报。Its notices, newest first; others than readers of the ledger see those released.',
    query: (_args, { caller }) => ({
      where: visiblePublicNotices(caller),
      orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    }),
  }),
);
