import {
  changedSince,
  filterOf,
  flag,
  ids,
  listOf,
  lookupOf,
  oneOf,
  textIn,
  type Prisma,
} from '@taizhang/platform';
import { heldAt } from '../rules/index.ts';
import { readableOrganizations } from '../visibility.ts';
import { OrganizationKindType } from './organization.type.ts';

const organizationFilter = filterOf<Prisma.OrganizationWhereInput>(
  'OrganizationFilter',
  '组织筛选。Which organizations; every condition given must hold.',
  {
    kind: oneOf(OrganizationKindType, '类别。On one of these levels.', (kind) => ({ kind })),
    parentId: ids('Organization', '上级组织。Directly below one of these.', (parentId) => ({
      parentId,
    })),
    hasParent: flag('有无上级组织。Below another (true), or at the root (false).', (has) => ({
      parentId: has ? { not: null } : null,
    })),
    changedSince: changedSince(),
    text: textIn('代码或名称包含。Whose code or name contains this text.', (words) => ({
      OR: [{ code: words }, { name: words }, { shortName: words }],
    })),
  },
);

listOf({
  model: 'Organization',
  node: { chinese: '组织', english: 'organizations' },
  visible: ({ caller }) => readableOrganizations(caller),
  filter: organizationFilter,
  order: ['pathSort'],
}).root('organizations', {
  description:
    '可见的组织，按树排序。The organizations that you may see, in the order of the tree.',
});

lookupOf('organization', {
  model: 'Organization',
  description:
    '按代码或外部键取组织。The organization with a code or another system’s key; null when there is none that you may see.',
  visible: ({ caller }) => readableOrganizations(caller),
  keys: { code: '组织代码。Such as MH-WL.' },
  keysSetBy: ({ caller }) => heldAt(caller, 'organization:manage', (id) => ({ id })),
});
