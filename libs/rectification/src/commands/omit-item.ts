import {
  type ChangeInput,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
  checkVersion,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import {
  omitFromPublicNoticeInput,
  refusePublicNoticeEdit,
  RECTIFICATION_EVENTS,
} from '../rules/index.ts';
import { loadNotice } from './load-public-notice.ts';
import { lockPublicNotice } from './lock-row.ts';
import { checkRoundItem } from './load-follow-up.ts';

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
      await lockPublicNotice(tx, input.id);
      const notice = await loadNotice(scope, input.id);
      obey(refusePublicNoticeEdit(notice, caller));
      await checkRoundItem(scope, notice.roundId, itemId);
      checkVersion(notice, input.expectedVersion);
      if (await tx.publicNoticeOmission.count({ where: { noticeId: notice.id, itemId } }))
        throw new ValidationError([
          {
            path: ['itemId'],
            message: bilingual('该问题已不予公开', 'The item is left out already'),
          },
        ]);
      await scope.create(RECTIFICATION_EVENTS.PUBLIC_NOTICE_ITEM_OMITTED, {
        noticeId: notice.id,
        itemId,
        ground,
        note,
        omittedById: caller.personId,
        omittedAt: now,
      });
    },
  );
}
