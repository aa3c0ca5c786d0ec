import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { ALLOWED_ACTIONS, AllowedActionType, builder, ProvenanceType } from '@taizhang/platform';
import { PLAN_STATE } from '../commands/load-follow-up.ts';
import { PLAN_LIFE_CYCLE, refuseRoundAction, ROUND_ACTIONS } from '../rules/index.ts';
import type { RoundAction } from '../rules/index.ts';
import { wholeRounds } from '../visible-items.ts';
import { PlanStatusType } from './enums.type.ts';

builder.prismaNode('RectificationPlan', {
  extensions: { readBy: 'wholeRounds' },
  id: { field: 'id' },
  description: '整改方案。A plan for putting a round’s findings right.',
  findUnique: (id, context) => ({ id, round: wholeRounds(context.caller) }),
  fields: (t) => ({
    title: t.exposeString('title', { description: '名称。What it is called.' }),
    status: t.expose('status', {
      type: PlanStatusType,
      description: '状态。Whether it is approved.',
    }),
    approvedOn: t.expose('approvedOn', {
      type: 'Date',
      nullable: true,
      description: '批准日期。The day it was approved.',
    }),
    draftedBy: t.relation('draftedBy', {
      nullable: true,
      description: '起草人。Who drafted it.',
    }),
    approvedBy: t.relation('approvedBy', {
      nullable: true,
      description: '批准人。Who approved it; never who drafted it.',
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: PLAN_STATE,
      resolve: (plan, _args, { caller }) => offerSteps(PLAN_LIFE_CYCLE, plan, caller),
    }),
  }),
});

builder.prismaObjectField('InspectionRound', 'allowedActions', (t) =>
  t.field({
    type: [AllowedActionType],
    description: ALLOWED_ACTIONS,
    select: { inspectedOrganizationId: true },
    resolve: (round, _args, { caller }) =>
      caller
        ? sayActions(
            Object.fromEntries(
              (Object.keys(ROUND_ACTIONS) as RoundAction[]).map((action) => [
                action,
                refuseRoundAction(action, round, caller),
              ]),
            ),
          )
        : [],
  }),
);
