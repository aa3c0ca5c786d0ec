import { commandMutation, type CommandInput } from '@taizhang/platform';
import { addOrganization } from '../commands/add-organization.ts';
import { addPerson } from '../commands/add-person.ts';
import { OrganizationKindType } from './organization.type.ts';
import { RoleType } from './role.type.ts';

commandMutation<CommandInput>({
  name: 'addOrganization',
  description: '新增组织。Adds an organization below another, or the root of an empty hub.',
  model: 'Organization',
  ids: { parentId: 'Organization' },
  fields: (t) => ({
    code: t.string({ required: true, description: '组织代码。Unique in the hub, such as MH-WL.' }),
    name: t.string({ required: true, description: '全称。The full name.' }),
    shortName: t.string({ description: '简称。A short name.' }),
    kind: t.field({
      type: OrganizationKindType,
      required: true,
      description: '类别。The level in the tree.',
    }),
    parentId: t.id({ description: '上级组织。The organization above; none for a district.' }),
  }),
  run: addOrganization,
});

commandMutation<CommandInput>({
  name: 'addPerson',
  description:
    '新增人员及其本地账号，角色另由安全管理员授予。Adds a person with a local account; roles are granted apart.',
  model: 'Person',
  ids: { organizationId: 'Organization' },
  fields: (t) => ({
    displayName: t.string({ required: true, description: '姓名。The name shown.' }),
    position: t.string({ description: '职务。The post held.' }),
    organizationId: t.id({
      required: true,
      description: '所在组织。Where the person belongs.',
    }),
    role: t.field({
      type: RoleType,
      description:
        '同时授予的角色。A role to grant there at once, by who may also grant roles; as a rule left out.',
    }),
    loginName: t.string({ required: true, description: '用户名。Unique in the hub.' }),
    password: t.string({
      required: true,
      description: '初始密码，至少 12 位。The first password, at least 12 characters.',
    }),
  }),
  run: addPerson,
});
