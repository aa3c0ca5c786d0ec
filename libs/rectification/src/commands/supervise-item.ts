import {
  type ChangeInput,
  type CommandInput,
  newKey,
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
  refuseSupervision,
  superviseItemInput,
  SUPERVISION_STEPS,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { statusOfSupervision, SUPERVISION_STATE } from './load-follow-up.ts';
import { handOver } from './hand-over.ts';
import { loadItem } from './load-states.ts';

/** Supervises an item or reminds of it. */
export function superviseItem(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'superviseRectificationItem',
      idempotencyKey: input.idempotencyKey,
      schema: superviseItemInput,
      input,
      subjectId: id,
    },
    async (scope, { itemId, kind, note }) => {
      const { tx, caller, now } = scope;
      const item = await loadItem(scope, itemId);
      obey(refuseSupervision(item, caller));
      await tx.supervision.create({
        data: {
          id,
          itemId,
          kind,
          note,
          supervisedOn: toDay(todayInShanghai(now))!,
          byPersonId: caller.personId!,
        },
      });
      await scope.record({
        type: 'SUPERVISION_RECORDED',
        subjectType: 'Supervision',
        subjectId: id,
        subjectVersion: 1,
        itemId,
        organizationId: item.organizationId,
        after: { kind, note },
      });
      await handOver(scope, 'SUPERVISION_RECORDED', itemId, { id, version: 1 });
    },
  );
}

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
