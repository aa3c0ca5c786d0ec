import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  answerSupervisionInput,
  refuseAnswerSupervision,
  SUPERVISION_STEPS,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { statusOfSupervision, SUPERVISION_STATE } from './load-follow-up.ts';
import { handOver } from './hand-over.ts';

/** Answers a supervision or reminder. */
export function answerSupervision(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'answerSupervision',
      idempotencyKey: input.idempotencyKey,
      schema: answerSupervisionInput,
      input,
      subjectId: input.id,
    },
    async (scope, { answer }) => {
      const { tx, caller, now } = scope;
      const supervision = await tx.supervision.findFirst({
        where: { id: input.id, item: visibleItems(caller) },
        include: { item: SUPERVISION_STATE.item },
      });
      if (!supervision) throw new NotFoundError('Supervision');
      const status = statusOfSupervision(supervision);
      obey(refuseAnswerSupervision({ ...supervision, status }, caller));
      const version = await saveVersioned(tx.supervision, supervision, input.expectedVersion, {
        answer,
        answeredOn: toDay(todayInShanghai(now)) ?? null,
        answeredById: caller.personId,
      });
      const { event } = SUPERVISION_STEPS.answerSupervision;
      await scope.record({
        type: event,
        subjectType: 'Supervision',
        subjectId: supervision.id,
        subjectVersion: version,
        itemId: supervision.itemId,
        organizationId: supervision.item.organizationId,
        after: { kind: supervision.kind, answer },
      });
      const about = { id: supervision.id, version };
      await handOver(scope, event, supervision.itemId, about, [supervision.byPersonId]);
    },
  );
}
