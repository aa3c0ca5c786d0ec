import { ALLOWED_ACTIONS, AllowedActionType, builder, OrganizationKind } from '@taizhang/platform';
import { offerSteps, sayActions } from '@taizhang/platform/rules';
import {
  isOrganizationReadable,
  ORGANIZATION_LIFE_CYCLE,
  organizationState,
  refuseLeaving,
} from '../rules/index.ts';
import { readableOrganizations } from '../visibility.ts';

export const OrganizationKindType = builder.enumType('OrganizationKind', {
  description: '组织类别。The level of an organization in the tree.',
  values: {
    [OrganizationKind.DISTRICT]: { description: '区。District.' },
    [OrganizationKind.BUREAU]: { description: '局：含委办、街镇。Bureau: of the district.' },
    [OrganizationKind.UNIT]: {
      description: '科室（单位）：含下属单位。Unit: a section or subordinate unit of a bureau.',
    },
  } as const,
});

const OrganizationType = builder.prismaNode('Organization', {
  extensions: { readBy: 'readableOrganizations, or named by a visible record' },
  id: { field: 'id' },
  description: '组织。A place in the tree district → bureau → unit.',
  findUnique: (id, context) => ({ id, AND: [readableOrganizations(context.caller)] }),
  fields: (t) => ({
    code: t.exposeString('code', {
      description: '组织代码。A code unique in the hub, such as MH-WL.',
    }),
    name: t.exposeString('name', { description: '全称。The full name.' }),
    shortName: t.exposeString('shortName', {
      nullable: true,
      description: '简称。A short name, where there is one.',
    }),
    kind: t.expose('kind', {
      type: OrganizationKindType,
      description: '类别。The level in the tree.',
    }),
    isDisabled: t.boolean({
      description: '是否停用。Whether it is not newly named any more.',
      select: { disabledAt: true },
      resolve: ({ disabledAt }) => disabledAt !== null,
    }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: '停用时间。When it was disabled; null while it is not.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: { id: true, kind: true, disabledAt: true },
      resolve: (organization, _args, { caller }) =>
        caller
          ? [
              ...offerSteps(ORGANIZATION_LIFE_CYCLE, organizationState(organization), caller),
              ...sayActions({ moveOrganization: refuseLeaving(caller, organization) }),
            ]
          : [],
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    children: t.relation('children', {
      description: '下级组织。The organizations directly below that you may see.',
      query: (_args, context) => ({
        where: readableOrganizations(context.caller),
        orderBy: { code: 'asc' },
      }),
    }),
  }),
});

// Declared apart: a field that answers with its own type cannot be inferred inside the type.
builder.prismaObjectField('Organization', 'parent', (t) =>
  t.field({
    type: OrganizationType,
    nullable: true,
    description: '上级组织。The organization above; null at the root, or when you may not see it.',
    select: (_args, _context, nested) => ({ parent: nested({ select: { id: true, code: true } }) }),
    resolve: ({ parent }, _args, { caller }) =>
      parent && isOrganizationReadable(caller, parent as { id: string; code: string })
        ? (parent as never)
        : null,
  }),
);
