import {
  beginsOutOfSight,
  builder,
  checkPage,
  containing,
  filterKey,
  Role,
} from '@taizhang/platform';
import { readablePeople } from '../visibility.ts';

export const RoleType = builder.enumType('Role', {
  description: '角色。What somebody does at a place in the organization tree.',
  values: {
    [Role.SECTION_CONTACT]: { description: '科室联络员。Reports its unit’s measures.' },
    [Role.PARTY_AFFAIRS]: { description: '党群科（整改办）。Runs the bureau’s ledger.' },
    [Role.LEAD_LEADER]: { description: '牵头领导。Leads items, accepts measures and signs.' },
    [Role.PARTY_SECRETARY]: {
      description: '党组书记，第一责任人。First responsible person of the bureau.',
    },
    [Role.INSPECTION_OFFICE]: { description: '巡察办。Registers findings, verifies and closes.' },
    [Role.DASHBOARD_VIEWER]: { description: '看板查看者。Reads, changes nothing.' },
    [Role.SYSTEM_ADMINISTRATOR]: {
      description: '系统管理员。Manages organizations and people, reads no ledger.',
    },
  } as const,
});

builder.prismaNode('Person', {
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
    organization: t.relation('organization', {
      description: '所在组织。The organization the person belongs to.',
    }),
  }),
});

const PersonFilter = builder.inputType('PersonFilter', {
  description: '人员筛选。Which people to list; every condition given must hold.',
  fields: (t) => ({
    organizationId: t.id({ description: '所在组织。Of this organization.' }),
    role: t.field({ type: RoleType, description: '角色。With this role somewhere.' }),
    text: t.string({ description: '姓名或职务包含。Whose name or post contains this text.' }),
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
      resolve: async (query, _root, { filter, first, last }, { db, caller }) => {
        checkPage({ first, last });
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
  const { organizationId, role, text } = filter ?? {};
  return {
    disabledAt: null,
    ...(organizationId && { organizationId: filterKey('Organization', organizationId) }),
    ...(role && { roles: { some: { role } } }),
    ...(text && { OR: [{ displayName: containing(text) }, { position: containing(text) }] }),
  };
}
