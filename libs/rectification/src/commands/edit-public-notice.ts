import {
  type ChangeInput,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { editPublicNoticeInput, refusePublicNoticeEdit } from '../rules/index.ts';
import { loadNotice, eventOf } from './load-public-notice.ts';

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
