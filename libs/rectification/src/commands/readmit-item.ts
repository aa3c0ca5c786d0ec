import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { readmitToPublicNoticeInput, refusePublicNoticeEdit } from '../rules/index.ts';
import { loadNotice, eventOf } from './load-public-notice.ts';

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
