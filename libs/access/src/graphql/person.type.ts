import { beginsOutOfSight, builder, containing, filterKey } from '@taizhang/platform';
import { isOrganizationReadable } from '../rules/index.ts';
import { readablePeople } from '../visibility.ts';
import { RoleType } from './role.type.ts';

builder.prismaNode('Person', {
  extensions: { readBy: 'readablePeople, or named by a visible record' },
  id: { field: 'id' },
  description:
    '人员。Somebody who works with the ledger; in the demonstration, the name of a post.',
  findUnique: (id, context) => ({ id, AND: [readablePeople(context.caller)] }),
  fields: (t) => ({
    displayName: t.exposeString('displayName', {
      description: '姓名（演示中为岗位名）。The name shown.',
    }),
    position: t.exposeString('position', { nullable: true, description: '职务。The post held.' }),
    isDemo: t.exposeBoolean('isDemo', {
      description: '是否演示人员。Whether this is a demo person.',
    }),
    organization: t.field({
      type: 'Organization' as never,
      nullable: true,
      description:
        '所在组织。The organization the person belongs to; null when you may not see it.',
      select: (_args, _context, nested) => ({
        organization: nested({ select: { id: true, code: true } } as never) as {
          select: { id: true; code: true };
        },
      }),
      resolve: ({ organization }, _args, { caller }) =>
        (isOrganizationReadable(caller, organization) ? organization : null) as never,
    }),
  }),
});

const PersonFilter = builder.inputType('PersonFilter', {
  description: '人员筛选。Which people to list; every condition given must hold.',
  fields: (t) => ({
    organizationId: t.id({ description: '所在组织。Of this organization.' }),
    role: t.field({ type: RoleType, description: '角色。With this role somewhere.' }),
    text: t.string({ description: '姓名或职务包含。Whose name or post contains this text.' }),
    includeDisabled: t.boolean({ description: '含已停用人员。Disabled people, too.' }),
  }),
});

builder.queryField('people', (t) =>
  t.prismaConnection(
    {
      type: 'Person',
      cursor: 'id',
      authScopes: { signedIn: true },
      description: '人员列表。The people of the organizations that your roles reach.',
      args: { filter: t.arg({ type: PersonFilter, description: '筛选。Which people.' }) },
      totalCount: (_root, { filter }, { db, caller }) =>
        db.person.count({ where: { AND: [readablePeople(caller), peopleWhere(filter)] } }),
      resolve: async (query, _root, { filter }, { db, caller }) => {
        if (await beginsOutOfSight(query, db.person, readablePeople(caller))) return [];
        return db.person.findMany({
          ...query,
          where: { AND: [readablePeople(caller), peopleWhere(filter)] },
          orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
        });
      },
    },
    { name: 'PersonConnection', description: '人员分页。A page of people.' },
    { name: 'PersonEdge', description: '人员及其游标。A person and its cursor.' },
  ),
);

function peopleWhere(filter: typeof PersonFilter.$inferInput | null | undefined) {
  const { organizationId, role, text, includeDisabled } = filter ?? {};
  return {
    ...(!includeDisabled && { disabledAt: null }),
    ...(organizationId && { organizationId: filterKey('Organization', organizationId) }),
    ...(role && { roles: { some: { role } } }),
    ...containing(text),
  };
}
