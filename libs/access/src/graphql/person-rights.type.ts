import { AllowedActionType, builder, type Caller } from '@taizhang/platform';
import { allowedAction } from '@taizhang/platform/rules';
import { personState } from '../commands/load-person.ts';
import {
  isOrganizationReadable,
  may,
  PERSON_ACTIONS,
  refusePersonAction,
  refuseRights,
} from '../rules/index.ts';
import { lastingSessions } from '../sessions.ts';
import { RoleAssignmentType } from './role.type.ts';

/** Whether the caller sees what only administration, and the person, knows of a person. */
const seesRights = (caller: Caller | null, person: { id: string; organizationId: string }) =>
  caller !== null &&
  (caller.personId === person.id ||
    (['organization:manage', 'access:manage', 'audit:read'] as const).some((permission) =>
      may(caller, permission, person.organizationId),
    ));

const PLACE = { id: true, organizationId: true } as const;

const PersonAccountType = builder
  .objectRef<{ loginName: string; lockedUntil: Date | null; isLocked: boolean }>('PersonAccount')
  .implement({
    description: '本地账号。The local account that a person signs in with.',
    fields: (t) => ({
      loginName: t.exposeString('loginName', { description: '用户名。The login name.' }),
      isLocked: t.exposeBoolean('isLocked', {
        description:
          '是否已在某处锁定：锁定只对出错的地址段或设备有效。Whether wrong passwords have locked it just now, for the address range or the device that they came from.',
      }),
      lockedUntil: t.expose('lockedUntil', {
        type: 'DateTime',
        nullable: true,
        description:
          '最迟解锁时间。When the last such lock ends by itself; null when there is none.',
      }),
    }),
  });

builder.prismaObjectFields('Person', (t) => ({
  email: t.string({
    nullable: true,
    description: '邮箱，仅本人和管理员可见。The e-mail address, for administrators and the person.',
    select: { ...PLACE, email: true },
    resolve: (person, _args, { caller }) => (seesRights(caller, person) ? person.email : null),
  }),
  disabledAt: t.field({
    type: 'DateTime',
    nullable: true,
    description: '停用时间。When the person was disabled; null while they may sign in.',
    select: { ...PLACE, disabledAt: true },
    resolve: (person, _args, { caller }) => (seesRights(caller, person) ? person.disabledAt : null),
  }),
  roles: t.field({
    type: [RoleAssignmentType],
    nullable: true,
    description:
      '角色，仅本人和管理员可见。The roles held at places that you may see, for administrators and the person.',
    select: {
      ...PLACE,
      roles: {
        select: {
          role: true,
          organizationId: true,
          organization: { select: { id: true, code: true } },
        },
        orderBy: [{ role: 'asc' }, { organizationId: 'asc' }],
      },
    },
    resolve: (person, _args, { caller }) =>
      seesRights(caller, person)
        ? person.roles.filter(({ organization }) => isOrganizationReadable(caller, organization))
        : null,
  }),
  account: t.field({
    type: PersonAccountType,
    nullable: true,
    description:
      '本地账号，仅本人和管理员可见。The local account, for administrators and the person; null without one.',
    select: (_args, { madeAt }) => {
      const { account } = personState(madeAt);
      return { ...PLACE, account };
    },
    resolve: (person, _args, { caller }) => {
      if (!person.account || !seesRights(caller, person)) return null;
      const { loginName, signInOrigins } = person.account;
      const until = signInOrigins.map(({ lockedUntil }) => lockedUntil!.getTime());
      const isLocked = until.length > 0;
      return { loginName, isLocked, lockedUntil: isLocked ? new Date(Math.max(...until)) : null };
    },
  }),
  sessionCount: t.int({
    nullable: true,
    description:
      '有效会话数，仅本人和管理员可见。How many sessions last now, for administrators and the person.',
    select: (_args, { now }) => ({
      ...PLACE,
      sessions: { where: lastingSessions(now()), select: { id: true } },
    }),
    resolve: (person, _args, { caller }) =>
      seesRights(caller, person) ? person.sessions.length : null,
  }),
  version: t.exposeInt('version', {
    description: '版本号。Counts its changes; send it as expectedVersion.',
  }),
  allowedActions: t.field({
    type: [AllowedActionType],
    description:
      '当前用户可执行的操作，至多每个操作一项。What the viewer may do to the person now, and why not; at most one an action.',
    select: (_args, { madeAt }) => personState(madeAt),
    resolve: (person, _args, { caller, now }) => {
      if (!caller) return [];
      const refusals = PERSON_ACTIONS.map(
        (action) => [action, refusePersonAction(action, caller, person, now())] as const,
      );
      // Which role and where is decided when they are named.
      const rights = refuseRights(caller, person)?.message ?? null;
      return [
        ...refusals.map(([action, refusal]) => allowedAction(action, refusal?.message ?? null)),
        allowedAction('grantRole', rights),
        allowedAction('revokeRole', rights),
      ];
    },
  }),
}));
