import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  checkVersion,
} from '@taizhang/platform';
import {
  readmitToPublicNoticeInput,
  refusePublicNoticeEdit,
  RECTIFICATION_EVENTS,
} from '../rules/index.ts';
import { loadNotice } from './load-public-notice.ts';
import { lockPublicNotice } from './lock-row.ts';

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
      await lockPublicNotice(tx, input.id);
      const notice = await loadNotice(scope, input.id);
      obey(refusePublicNoticeEdit(notice, scope.caller));
      const omission = await tx.publicNoticeOmission.findUnique({
        where: { noticeId_itemId: { noticeId: notice.id, itemId } },
      });
      if (!omission) throw new NotFoundError('RectificationItem');
      checkVersion(notice, input.expectedVersion);
      await scope.remove(RECTIFICATION_EVENTS.PUBLIC_NOTICE_ITEM_READMITTED, omission);
    },
  );
}
