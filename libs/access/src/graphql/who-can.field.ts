import { AllowedActionType, builder, encodeRecordId } from '@taizhang/platform';
import { loadHolders, type Holder } from '../load-holders.ts';
import { couldSomebodyElse, holderAsCaller, ROLE_WORDS, rolesWith } from '../rules/index.ts';
import { RoleType } from './role.type.ts';

/** As many people as are worth asking. */
const FEW = 3;

const CapablePersonType = builder
  .objectRef<Pick<Holder, 'id' | 'name' | 'position'>>('CapablePerson')
  .implement({
    description: '可办理的人员。Somebody who can do it now.',
    fields: (t) => ({
      id: t.id({
        description: '人员 ID。The id of the `Person`.',
        resolve: ({ id }) => encodeRecordId('Person', id),
      }),
      displayName: t.exposeString('name', {
        description: '姓名（演示中为岗位名）。The name shown.',
      }),
      position: t.exposeString('position', {
        nullable: true,
        description: '职务。The post held.',
      }),
    }),
  });

const CapableRoleType = builder
  .objectRef<(typeof RoleType)['$inferType']>('CapableRole')
  .implement({
    description: '可办理的岗位。A role whose holders at the record’s places can do it.',
    fields: (t) => ({
      role: t.field({ type: RoleType, description: '角色。The role.', resolve: (role) => role }),
      label: t.string({
        description: '岗位名称。What it is called, "中文 / English".',
        resolve: (role) => ROLE_WORDS[role],
      }),
    }),
  });

const WhoCanType = builder
  .objectRef<{ posts: (typeof RoleType)['$inferType'][]; people: Holder[] }>('WhoCan')
  .implement({
    description: '可由谁办理。Who can do what the viewer cannot.',
    fields: (t) => ({
      posts: t.expose('posts', {
        type: [CapableRoleType],
        description:
          '岗位，至多每个角色一项。The roles that may, at the places of the record; at most one a role.',
      }),
      people: t.expose('people', {
        type: [CapablePersonType],
        description:
          '人员，至多三人。At most three who can now, of those whom you may see, by name.',
      }),
    }),
  });

builder.objectField(AllowedActionType, 'whoCan', (t) =>
  t.field({
    type: WhoCanType,
    nullable: true,
    description:
      '可由谁办理。Who can, where you cannot; null when you can, or when how the record stands lets nobody.',
    resolve: async ({ allowed, needs }, _args, context) => {
      if (allowed || !needs || !couldSomebodyElse(needs)) return null;
      const people: Holder[] = [];
      for (const holder of await loadHolders(context, needs)) {
        if (people.length === FEW) break;
        const person = holderAsCaller(holder, holder.roles);
        if (needs.refuse(person) === null) people.push(holder);
      }
      return { posts: rolesWith(needs.permission), people };
    },
  }),
);
