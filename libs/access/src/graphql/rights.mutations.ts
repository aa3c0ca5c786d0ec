import { commandMutation, stepMutations } from '@taizhang/platform';
import { organizationSteps } from '../commands/organization-steps.ts';
import { ORGANIZATION_LIFE_CYCLE } from '../rules/index.ts';
import { editOrganization } from '../commands/edit-organization.ts';
import { editPerson } from '../commands/edit-person.ts';
import { moveOrganization } from '../commands/move-organization.ts';
import { grantRole, revokeRole } from '../commands/grant-role.ts';
import { stepPerson } from '../commands/step-person.ts';
import { RoleType } from './role.type.ts';

stepMutations(ORGANIZATION_LIFE_CYCLE, organizationSteps);

const REASON = { description: '理由。Why, for the log.' };

for (const [name, description, run] of [
  [
    'grantRole',
    '授予角色，下次请求起生效。Grants a role at a place, from the person’s next request on.',
    grantRole,
  ],
  [
    'revokeRole',
    '撤销角色，下次请求起生效。Takes a role at a place away, from the person’s next request on.',
    revokeRole,
  ],
] as const)
  commandMutation({
    name,
    description,
    model: 'Person',
    changes: 'Person',
    ids: { organizationId: 'Organization' },
    fields: (t) => ({
      role: t.field({ type: RoleType, required: true, description: '角色。Which role.' }),
      organizationId: t.id({
        required: true,
        description: '组织。The place that the role holds for, and below.',
      }),
      reason: t.string(REASON),
    }),
    run,
  });

for (const [name, description] of [
  ['disablePerson', '停用人员，会话立即结束。Disables a person; their sessions end at once.'],
  ['enablePerson', '启用人员。Lets a disabled person sign in again.'],
  ['unlockAccount', '解锁账号。Unlocks an account that wrong passwords locked.'],
  ['revokeSessions', '强制下线。Ends all sessions of a person at once.'],
] as const)
  commandMutation({
    name,
    description,
    model: 'Person',
    changes: 'Person',
    fields: (t) => ({ reason: t.string(REASON) }),
    run: (context, input) => stepPerson(name, context, input),
  });

commandMutation({
  name: 'editPerson',
  description: '修改人员。Changes what is known of a person; what is left out stays.',
  model: 'Person',
  changes: 'Person',
  ids: { organizationId: 'Organization' },
  fields: (t) => ({
    displayName: t.string({ description: '姓名。The name shown.' }),
    position: t.string({ description: '职务。The post held.' }),
    email: t.string({ description: '邮箱。Where reminders go; unique in the hub.' }),
    organizationId: t.id({ description: '所在组织。Where the person belongs.' }),
  }),
  run: editPerson,
});

commandMutation({
  name: 'editOrganization',
  description: '修改组织名称。Renames an organization; what is left out stays.',
  model: 'Organization',
  changes: 'Organization',
  fields: (t) => ({
    name: t.string({ description: '全称。The full name.' }),
    shortName: t.string({ description: '简称。A short name.' }),
  }),
  run: editOrganization,
});

commandMutation({
  name: 'moveOrganization',
  description:
    '调整组织的上级，下级随之移动。Puts an organization below another one, with everything under it.',
  model: 'Organization',
  changes: 'Organization',
  ids: { parentId: 'Organization' },
  fields: (t) => ({
    parentId: t.id({
      required: true,
      description: '新的上级组织。The organization above from now on.',
    }),
    reason: t.string(REASON),
  }),
  run: moveOrganization,
});
