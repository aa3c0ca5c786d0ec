import { builder, AllowedActionType, type Caller } from '@taizhang/platform';
import { allowedAction } from '@taizhang/platform/rules';
import { mayAnywhere, NO_PERMISSION, type Permission } from '../rules/index.ts';
import type { RequiredStep } from '../sessions.ts';
import { signInOf } from '../sign-in/sign-in-context.ts';
import { RoleAssignmentType } from './role.type.ts';

/** What needs no record yet, with the permission each needs somewhere. */
const VIEWER_ACTIONS: Record<string, Permission> = {
  registerRectificationItem: 'item:register',
  addInstitutionalDocument: 'document:edit',
  recordTraining: 'training:edit',
  defineRegister: 'register:define',
  importNotice: 'notice:import',
  addStandingMechanism: 'mechanism:edit',
  addInspectionRound: 'round:edit',
  addScorecard: 'evaluation:make',
  addOrganization: 'organization:manage',
  addPerson: 'organization:manage',
  grantRole: 'access:manage',
  addApiClient: 'access:manage',
  auditEvents: 'audit:read',
};

const RequiredStepType = builder.enumType('RequiredStep', {
  description: '必须先办的事。What must be done before anything else.',
  values: {
    CHANGE_PASSWORD: { description: '修改初始密码。Change the password: somebody else gave it.' },
    ENROL_TOTP: { description: '启用动态口令。Turn on the second factor.' },
  } satisfies Record<RequiredStep, object>,
});

const MyAccountType = builder
  .objectRef<{ id: string; loginName: string; totpSince: Date | null }>('MyAccount')
  .implement({
    description: '自己的本地账号。One’s own local account.',
    fields: (t) => ({
      loginName: t.exposeString('loginName', { description: '用户名。The login name.' }),
      hasTotp: t.boolean({
        description: '是否已启用动态口令。Whether a second factor is on.',
        resolve: ({ totpSince }) => totpSince !== null,
      }),
      recoveryCodesLeft: t.int({
        description: '剩余恢复码。How many recovery codes are unused.',
        resolve: ({ id: accountId }, _args, { db }) =>
          db.recoveryCode.count({ where: { accountId, usedAt: null } }),
      }),
    }),
  });

export const ViewerType = builder.objectRef<Caller>('Viewer').implement({
  description:
    '当前用户。Whoever sends the request: a person with a session or another system with a token.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '名称。The name shown.' }),
    isDemo: t.exposeBoolean('isDemo', {
      description: '是否演示人员。Whether this is a demo person.',
    }),
    requiredStep: t.field({
      type: RequiredStepType,
      nullable: true,
      description:
        '必须先办的事；办好之前其他一切都被拒绝。What must be done first: until then everything else is refused.',
      resolve: (_caller, _args, context) => signInOf(context).session?.requiredStep ?? null,
    }),
    account: t.field({
      type: MyAccountType,
      nullable: true,
      description:
        '本地账号；统一登录、演示人员和其他系统为空。The local account; null for whoever has no password here.',
      resolve: ({ personId }, _args, { db }) =>
        personId
          ? db.account.findFirst({ where: { personId, passwordHash: { not: null } } })
          : null,
    }),
    person: t.prismaField({
      type: 'Person',
      nullable: true,
      description: '人员。The person; null for another system.',
      resolve: (query, { personId }, _args, { db }) =>
        personId ? db.person.findUnique({ ...query, where: { id: personId } }) : null,
    }),
    organization: t.prismaField({
      type: 'Organization',
      nullable: true,
      description: '所在组织。Where the viewer belongs; null while the hub has no organization.',
      resolve: (query, { organizationId }, _args, { db }) =>
        organizationId
          ? db.organization.findUnique({ ...query, where: { id: organizationId } })
          : null,
    }),
    roles: t.field({
      type: [RoleAssignmentType],
      description: `角色，至多 1000 个。The roles held, each with its place; at most 1,000.`,
      resolve: ({ grants, organizationId }) => (organizationId ? [...grants] : []),
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description:
        '可新建的内容，至多每个操作一项。Which new records the viewer may make; at most one an action.',
      resolve: (caller) =>
        Object.entries(VIEWER_ACTIONS).map(([action, permission]) =>
          allowedAction(action, mayAnywhere(caller, permission) ? null : NO_PERMISSION),
        ),
    }),
  }),
});

builder.queryField('me', (t) =>
  t.field({
    extensions: { readBy: 'oneself' },
    type: ViewerType,
    nullable: true,
    description: '当前用户；未登录时为空。The viewer; null when nobody signed in.',
    // A session that must do something first is nobody to all else, but is told who it is.
    resolve: (_root, _args, context) => context.caller ?? signInOf(context).session?.caller ?? null,
  }),
);
