import {
  type ChangeInput,
  type CommandScope,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  PUBLIC_NOTICE_STEPS,
  refusePublicNoticeStep,
  stepInput,
  stepWithReasonInput,
  type PublicNoticeAction,
} from '../rules/index.ts';
import { loadNotice, eventOf } from './load-public-notice.ts';

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
