import { reachedOrganizations } from '@taizhang/access/rules';
import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
  ValidationError,
} from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import {
  addGroupMemberInput,
  addPlanInput,
  PLAN_STEPS,
  refuseApprovePlan,
  refuseRoundAction,
  removeGroupMemberInput,
  stepInput,
} from '../rules/index.ts';
import { visibleRounds } from '../visible-items.ts';
import { loadRound, PLAN_STATE } from './load-follow-up.ts';

/** Puts a person on the leading group, or gives one of its members another post. */
export function addGroupMember(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'addLeadingGroupMember',
      idempotencyKey: input.idempotencyKey,
      schema: addGroupMemberInput,
      input,
      subjectId: input.id,
    },
    async (scope, { personId, post }) => {
      const { tx } = scope;
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('addLeadingGroupMember', round, scope.caller));
      const name = await nameOf(scope, personId);
      const version = await saveVersioned(tx.inspectionRound, round, input.expectedVersion, {});
      await tx.leadingGroupMember.upsert({
        where: { roundId_personId: { roundId: round.id, personId } },
        create: { roundId: round.id, personId, post },
        update: { post },
      });
      await scope.record({
        type: 'LEADING_GROUP_MEMBER_ADDED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        after: { personId, name, post },
      });
    },
  );
}

/** Takes a person off the leading group. */
export function removeGroupMember(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'removeLeadingGroupMember',
      idempotencyKey: input.idempotencyKey,
      schema: removeGroupMemberInput,
      input,
      subjectId: input.id,
    },
    async (scope, { personId }) => {
      const { tx } = scope;
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('removeLeadingGroupMember', round, scope.caller));
      const member = await tx.leadingGroupMember.findUnique({
        where: { roundId_personId: { roundId: round.id, personId } },
        include: { person: { select: { displayName: true } } },
      });
      if (!member) throw new NotFoundError('Person');
      const version = await saveVersioned(tx.inspectionRound, round, input.expectedVersion, {});
      await tx.leadingGroupMember.delete({ where: { id: member.id } });
      await scope.record({
        type: 'LEADING_GROUP_MEMBER_REMOVED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        before: { personId, name: member.person.displayName, post: member.post },
      });
    },
  );
}

async function nameOf({ tx, caller }: CommandScope, personId: string) {
  const reached = reachedOrganizations(caller);
  const person = await tx.person.findFirst({
    where: { id: personId, ...(reached && { organizationId: { in: [...reached] } }) },
  });
  if (!person) throw new NotFoundError('Person');
  return person.displayName;
}

/** Drafts a rectification plan for a round. */
export function addPlan(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addRectificationPlan',
      idempotencyKey: input.idempotencyKey,
      schema: addPlanInput,
      input,
      subjectId: id,
    },
    async (scope, { roundId, title }) => {
      const round = await loadRound(scope, roundId);
      obey(refuseRoundAction('addRectificationPlan', round, scope.caller));
      if (await scope.tx.rectificationPlan.count({ where: { roundId, title } }))
        throw new ValidationError([
          {
            path: ['title'],
            message: bilingual('该轮次已有同名方案', 'The round has a plan so called'),
          },
        ]);
      await scope.tx.rectificationPlan.create({
        data: { id, roundId, title, draftedById: scope.caller.personId },
      });
      await scope.record({
        type: 'PLAN_DRAFTED',
        subjectType: 'RectificationPlan',
        subjectId: id,
        subjectVersion: 1,
        organizationId: round.inspectedOrganizationId,
        after: { status: 'DRAFT', title },
      });
    },
  );
}

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
