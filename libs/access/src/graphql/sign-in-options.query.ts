import { builder, type Database } from '@taizhang/platform';
import { signInOf, type SignInTransport } from '../sign-in/sign-in-context.ts';
import { RoleType } from './role.type.ts';

const DemoPersonType = builder
  .objectRef<{
    id: string;
    displayName: string;
    position: string | null;
    role: string;
    organizationName: string;
  }>('DemoPerson')
  .implement({
    description: '演示人员。Somebody of the demonstration ledger whom anyone may be.',
    fields: (t) => ({
      id: t.exposeID('id', { description: '人员 ID。For `signInAsDemoPerson`.' }),
      displayName: t.exposeString('displayName', { description: '岗位名。The name of the post.' }),
      position: t.exposeString('position', { nullable: true, description: '职务。The post.' }),
      role: t.field({
        type: RoleType,
        description: '角色。The first role.',
        resolve: ({ role }) => role as never,
      }),
      organizationName: t.exposeString('organizationName', {
        description: '组织名称。Where the person belongs.',
      }),
    }),
  });

const SignInOptionsType = builder.objectRef<SignInTransport>('SignInOptions').implement({
  description: '登录方式。How one can sign in to this hub.',
  fields: (t) => ({
    demoPeople: t.field({
      type: [DemoPersonType],
      description:
        '演示人员，至多 100 人，非演示时为空。The demo people, at most 100; none outside the demonstration.',
      resolve: ({ isDemoOpen }, _args, { db }) => (isDemoOpen ? demoPeople(db) : []),
    }),
    oidcName: t.exposeString('oidcName', {
      nullable: true,
      description:
        '单位统一登录的名称；未配置时为空。The name of the organization’s own sign-in at /sign-in/oidc; null when there is none.',
    }),
    isSetUpPending: t.boolean({
      description: '是否尚待初次设置。Whether the hub still waits for its first set-up.',
      resolve: ({ setUp }) => setUp.isPending(),
    }),
  }),
});

builder.queryField('signInOptions', (t) =>
  t.field({
    extensions: { readBy: 'everyone' },
    type: SignInOptionsType,
    description: '登录方式，无需登录即可读。How one can sign in; readable by anyone.',
    resolve: (_root, _args, context) => signInOf(context),
  }),
);

async function demoPeople(db: Database) {
  const people = await db.person.findMany({
    where: { isDemo: true, disabledAt: null, account: { disabledAt: null }, roles: { some: {} } },
    include: { organization: true, roles: { orderBy: { id: 'asc' }, take: 1 } },
    orderBy: { id: 'asc' },
    take: 100,
  });
  return people.map((person) => ({
    id: `Person_${person.id}`,
    displayName: person.displayName,
    position: person.position,
    role: person.roles[0]!.role,
    organizationName: person.organization.name,
  }));
}
