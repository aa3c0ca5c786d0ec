import { builder, AllowedActionType, type Caller } from '@taizhang/platform';
import { allowedAction } from '@taizhang/platform/rules';
import { mayAnywhere, NO_PERMISSION, type Permission, type RoleName } from '../rules/index.ts';
import { RoleType } from './person.type.ts';

/** Mutations that need no record yet, with the permission each needs somewhere. */
const VIEWER_ACTIONS: Record<string, Permission> = {
  registerRectificationItem: 'item:register',
  addInstitutionalDocument: 'document:edit',
  recordTraining: 'training:edit',
  importNotice: 'notice:import',
};

const RoleAssignmentType = builder
  .objectRef<{ role: string; organizationId: string }>('RoleAssignment')
  .implement({
    description: '角色授予。A role and the place it holds for.',
    fields: (t) => ({
      role: t.field({
        type: RoleType,
        description: '角色。The role.',
        resolve: ({ role }) => role as RoleName,
      }),
      organization: t.prismaField({
        type: 'Organization',
        description: '组织。The role holds here and below.',
        resolve: (query, { organizationId }, _args, { db }) =>
          db.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
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
      description: '角色。The roles held, each with its place.',
      resolve: ({ grants, organizationId }) => (organizationId ? [...grants] : []),
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: '可新建的内容。Which new records the viewer may make.',
      resolve: (caller) =>
        Object.entries(VIEWER_ACTIONS).map(([action, permission]) =>
          allowedAction(action, mayAnywhere(caller, permission) ? null : NO_PERMISSION),
        ),
    }),
  }),
});

builder.queryField('me', (t) =>
  t.field({
    type: ViewerType,
    nullable: true,
    description: '当前用户；未登录时为空。The viewer; null when nobody signed in.',
    resolve: (_root, _args, { caller }) => caller,
  }),
);
