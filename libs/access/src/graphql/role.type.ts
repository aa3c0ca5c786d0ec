import { builder, Role } from '@taizhang/platform';
import type { RoleName } from '../rules/index.ts';

export const RoleType = builder.enumType('Role', {
  description: '角色。What somebody does at a place in the organization tree.',
  values: {
    [Role.SECTION_CONTACT]: {
      description: '科室联络员。Section contact: reports its unit’s measures.',
    },
    [Role.PARTY_AFFAIRS]: {
      description: '党群科：整改办。Party-affairs section: runs the bureau’s ledger.',
    },
    [Role.LEAD_LEADER]: {
      description: '牵头领导。Lead leader: leads items, accepts measures and signs.',
    },
    [Role.PARTY_SECRETARY]: {
      description: '党组书记：第一责任人。Party secretary: first responsible person of the bureau.',
    },
    [Role.INSPECTION_OFFICE]: {
      description: '巡察办。Inspection office: registers findings, verifies and closes.',
    },
    [Role.DASHBOARD_VIEWER]: {
      description: '看板查看者。Dashboard viewer: reads, changes nothing.',
    },
    [Role.SYSTEM_ADMINISTRATOR]: {
      description:
        '系统管理员。System administrator: manages organizations, people and accounts, reads no ledger.',
    },
    [Role.SECURITY_ADMINISTRATOR]: {
      description:
        '安全管理员。Security administrator: grants roles, keeps API clients and sessions, reads no ledger.',
    },
    [Role.AUDIT_ADMINISTRATOR]: {
      description:
        '审计管理员。Audit administrator: reads and checks the audit log, changes nothing.',
    },
  } as const,
});

export const RoleAssignmentType = builder
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
