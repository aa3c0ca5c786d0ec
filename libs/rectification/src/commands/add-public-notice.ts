import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
} from '@taizhang/platform';
import { addPublicNoticeInput, refuseRoundAction } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';

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
