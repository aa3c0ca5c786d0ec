import {
  filterOf,
  flag,
  ids,
  listOf,
  lookupOf,
  oneOf,
  text,
  type Prisma,
} from '@taizhang/platform';
import { heldAt } from '../rules/index.ts';
import { readablePeople } from '../visibility.ts';
import { RoleType } from './role.type.ts';

const personFilter = filterOf<Prisma.PersonWhereInput>(
  'PersonFilter',
  '人员筛选。Which people to list; every condition given must hold.',
  {
    organizationId: ids('Organization', '所在组织。Of one of these organizations.', (key) => ({
      organizationId: key,
    })),
    role: oneOf(RoleType, '角色。With one of these roles somewhere.', (role) => ({
      roles: { some: { role } },
    })),
    text: text('姓名或职务包含。Whose name or post contains this text.'),
    includeDisabled: flag('含已停用人员。Disabled people, too.', () => ({})),
  },
);

listOf({
  model: 'Person',
  node: { chinese: '人员', english: 'people' },
  visible: ({ caller }) => readablePeople(caller),
  filter: personFilter,
  unlessAsked: ({ includeDisabled }) => (includeDisabled ? {} : { disabledAt: null }),
  orders: {
    NAME: {
      description: '姓名，按拼音。By name: Chinese by pinyin, numbers as numbers.',
      columns: ['displayNameSort'],
    },
  },
}).root('people', {
  description: '人员列表。The people of the organizations that your roles reach, by name.',
});

lookupOf('person', {
  model: 'Person',
  description:
    '按外部键取人员。The person with another system’s key; null when there is none that you may see.',
  visible: ({ caller }) => readablePeople(caller),
  keysSetBy: ({ caller }) =>
    heldAt(caller, 'organization:manage', (organizationId) => ({ organizationId })),
});
