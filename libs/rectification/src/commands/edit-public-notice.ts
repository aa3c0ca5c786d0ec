import { type ChangeInput, obey, type RequestContext, runCommand } from '@taizhang/platform';
import {
  editPublicNoticeInput,
  refusePublicNoticeEdit,
  RECTIFICATION_EVENTS,
} from '../rules/index.ts';
import { loadNotice } from './load-public-notice.ts';

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
      await scope.change(
        RECTIFICATION_EVENTS.PUBLIC_NOTICE_EDITED,
        notice,
        { title },
        { expectedVersion: input.expectedVersion },
      );
    },
  );
}
