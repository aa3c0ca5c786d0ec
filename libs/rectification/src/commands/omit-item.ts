import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { omitFromPublicNoticeInput, refusePublicNoticeEdit } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { loadNotice, eventOf } from './load-public-notice.ts';

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
