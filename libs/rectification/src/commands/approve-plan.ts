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
import { PLAN_STEPS, refuseApprovePlan, stepInput } from '../rules/index.ts';
import { visibleRounds } from '../visible-items.ts';
import { PLAN_STATE } from './load-follow-up.ts';

/** Approves a rectification plan. */
export function approvePlan(context: RequestContext, input: ChangeInput): Promise<string> {
  const step = PLAN_STEPS.approveRectificationPlan;
  return runCommand(
    context,
    {
      name: 'approveRectificationPlan',
      idempotencyKey: input.idempotencyKey,
      schema: stepInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { tx, caller, now } = scope;
      const plan = await tx.rectificationPlan.findFirst({
        where: { id: input.id, round: visibleRounds(caller) },
        include: { round: PLAN_STATE.round },
      });
      if (!plan) throw new NotFoundError('RectificationPlan');
      obey(refuseApprovePlan(plan, caller));
      const version = await saveVersioned(tx.rectificationPlan, plan, input.expectedVersion, {
        status: step.to,
        approvedOn: toDay(todayInShanghai(now)) ?? null,
        approvedById: caller.personId,
      });
      await scope.record({
        type: step.event,
        subjectType: 'RectificationPlan',
        subjectId: plan.id,
        subjectVersion: version,
        organizationId: plan.round.inspectedOrganizationId,
        reason: fields.reason ?? null,
        before: { status: plan.status },
        after: { status: step.to },
      });
    },
  );
}
