import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  newKey,
  NotFoundError,
  obey,
  type Prisma,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
  ValidationError,
} from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import {
  addPublicNoticeInput,
  editPublicNoticeInput,
  omitFromPublicNoticeInput,
  PUBLIC_NOTICE_STEPS,
  readmitToPublicNoticeInput,
  refusePublicNoticeEdit,
  refusePublicNoticeStep,
  refuseRoundAction,
  stepInput,
  stepWithReasonInput,
  type PublicNoticeAction,
} from '../rules/index.ts';
import { visibleItems, visiblePublicNotices } from '../visible-items.ts';
import { loadRound } from './load-follow-up.ts';

/** The columns that the rules for a notice read. */
export const PUBLIC_NOTICE_STATE = {
  status: true,
  proposedById: true,
  round: { select: { inspectedOrganizationId: true } },
} satisfies Prisma.PublicNoticeSelect;

async function loadNotice({ tx, caller }: CommandScope, id: string) {
  const notice = await tx.publicNotice.findFirst({
    where: { id, AND: [visiblePublicNotices(caller)] },
    include: { round: PUBLIC_NOTICE_STATE.round },
  });
  if (!notice) throw new NotFoundError('PublicNotice');
  return notice;
}
type LoadedNotice = Awaited<ReturnType<typeof loadNotice>>;

const eventOf = (type: string, notice: LoadedNotice, version: number) => ({
  type,
  subjectType: 'PublicNotice' as const,
  subjectId: notice.id,
  subjectVersion: version,
  organizationId: notice.round.inspectedOrganizationId,
});

/** Drafts a notice of a round. */
export function addPublicNotice(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addPublicNotice',
      idempotencyKey: input.idempotencyKey,
      schema: addPublicNoticeInput,
      input,
      subjectId: id,
    },
    async (scope, { roundId, title }) => {
      const round = await loadRound(scope, roundId);
      obey(refuseRoundAction('addPublicNotice', round, scope.caller));
      await scope.tx.publicNotice.create({
        data: {
          id,
          roundId: round.id,
          title,
          preparedById: scope.caller.personId,
          preparedAt: scope.now,
        },
      });
      await scope.record({
        type: 'PUBLIC_NOTICE_DRAFTED',
        subjectType: 'PublicNotice',
        subjectId: id,
        subjectVersion: 1,
        organizationId: round.inspectedOrganizationId,
        after: { status: 'DRAFT', title },
      });
    },
  );
}

/** Gives a draft another title. */
export function editPublicNotice(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editPublicNotice',
      idempotencyKey: input.idempotencyKey,
      schema: editPublicNoticeInput,
      input,
      subjectId: input.id,
    },
    async (scope, { title }) => {
      const notice = await loadNotice(scope, input.id);
      obey(refusePublicNoticeEdit(notice, scope.caller));
      const version = await saveVersioned(scope.tx.publicNotice, notice, input.expectedVersion, {
        title,
      });
      await scope.record({
        ...eventOf('PUBLIC_NOTICE_EDITED', notice, version),
        before: { title: notice.title },
        after: { title },
      });
    },
  );
}

/** Leaves an item out of a draft; its event names no item, since who reads the item may not read this. */
export function omitItem(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'omitFromPublicNotice',
      idempotencyKey: input.idempotencyKey,
      schema: omitFromPublicNoticeInput,
      input,
      subjectId: input.id,
    },
    async (scope, { itemId, ground, note }) => {
      const { tx, caller, now } = scope;
      const notice = await loadNotice(scope, input.id);
      obey(refusePublicNoticeEdit(notice, caller));
      const item = await tx.rectificationItem.findFirst({
        where: { id: itemId, roundId: notice.roundId, AND: [visibleItems(caller)] },
        select: { code: true },
      });
      if (!item) throw new NotFoundError('RectificationItem');
      const version = await saveVersioned(tx.publicNotice, notice, input.expectedVersion, {});
      if (await tx.publicNoticeOmission.count({ where: { noticeId: notice.id, itemId } }))
        throw new ValidationError([
          {
            path: ['itemId'],
            message: bilingual('该问题已不予公开', 'The item is left out already'),
          },
        ]);
      await tx.publicNoticeOmission.create({
        data: {
          noticeId: notice.id,
          itemId,
          ground,
          note,
          omittedById: caller.personId,
          omittedAt: now,
        },
      });
      await scope.record({
        ...eventOf('PUBLIC_NOTICE_ITEM_OMITTED', notice, version),
        after: { code: item.code, ground, note },
      });
    },
  );
}

/** Takes an omission back. */
export function readmitItem(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'readmitToPublicNotice',
      idempotencyKey: input.idempotencyKey,
      schema: readmitToPublicNoticeInput,
      input,
      subjectId: input.id,
    },
    async (scope, { itemId }) => {
      const { tx } = scope;
      const notice = await loadNotice(scope, input.id);
      obey(refusePublicNoticeEdit(notice, scope.caller));
      const omission = await tx.publicNoticeOmission.findUnique({
        where: { noticeId_itemId: { noticeId: notice.id, itemId } },
        include: { item: { select: { code: true } } },
      });
      if (!omission) throw new NotFoundError('RectificationItem');
      const version = await saveVersioned(tx.publicNotice, notice, input.expectedVersion, {});
      await tx.publicNoticeOmission.delete({ where: { id: omission.id } });
      await scope.record({
        ...eventOf('PUBLIC_NOTICE_ITEM_READMITTED', notice, version),
        before: { code: omission.item.code, ground: omission.ground, note: omission.note },
      });
    },
  );
}

/** What a step writes beside the status. */
function written(action: PublicNoticeAction, { caller, now }: CommandScope, reason: string | null) {
  switch (action) {
    case 'proposePublicNotice':
      return { proposedById: caller.personId, proposedAt: now, returnReason: null };
    case 'returnPublicNotice':
      return { proposedById: null, proposedAt: null, returnReason: reason };
    case 'releasePublicNotice':
      return {
        releasedById: caller.personId,
        releasedAt: now,
        releasedOn: toDay(todayInShanghai(now)) ?? null,
      };
    case 'withdrawPublicNotice':
      return { withdrawReason: reason };
  }
}

/** Takes a step of a notice's life cycle. */
export function stepPublicNotice(action: PublicNoticeAction) {
  const step = PUBLIC_NOTICE_STEPS[action];
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name: action,
        idempotencyKey: input.idempotencyKey,
        schema: 'needsReason' in step ? stepWithReasonInput : stepInput,
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const notice = await loadNotice(scope, input.id);
        obey(refusePublicNoticeStep(action, notice, scope.caller));
        const reason = fields.reason ?? null;
        const version = await saveVersioned(scope.tx.publicNotice, notice, input.expectedVersion, {
          status: step.to,
          ...written(action, scope, reason),
        });
        await scope.record({
          ...eventOf(step.event, notice, version),
          reason,
          before: { status: notice.status },
          after: { status: step.to },
        });
      },
    );
}
