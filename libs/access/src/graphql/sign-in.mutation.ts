import {
  builder,
  COST_LIMIT,
  decodeRecordId,
  validate,
  ValidationError,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { checkPassword } from '../commands/sign-in.ts';
import { loadPersonCaller } from '../load-caller.ts';
import { signInInput } from '../rules/index.ts';
import { openSession, revokeSession } from '../sessions.ts';
import { RoleType } from './person.type.ts';
import { ViewerType } from './viewer.type.ts';

/** What signing in needs of the transport: reading the client, setting and clearing the cookie. */
export interface SignInTransport {
  isDemoOpen: boolean;
  sessionToken: string | null;
  userAgent: string | null;
  setSession: (token: string, expiresAt: Date) => void;
  clearSession: () => void;
}

/** A request's context as the hub completes it. */
export type SignInContext = RequestContext & { signIn: SignInTransport };

class SignInError extends Error {
  readonly code = 'SIGN_IN';
}
const refused = () =>
  new SignInError(
    bilingual(
      '用户名或密码不正确，或账号已锁定',
      'The name or password is wrong, or the account is locked',
    ),
  );

builder.objectType(SignInError, {
  name: 'SignInError',
  description: '登录失败。Signing in was refused; every cause reads the same.',
  fields: (t) => ({
    code: t.exposeString('code', { description: '错误代码。Always SIGN_IN.' }),
    message: t.exposeString('message', { description: '说明。What to do, "中文 / English".' }),
  }),
});

/** So dear that one request has room for three tries, not for a list of passwords. */
const SIGN_IN_COST = Math.floor(COST_LIMIT / 3.5);

const signInErrors = { types: [SignInError, ValidationError], directResult: true };

const SignInInput = builder.inputType('SignInInput', {
  description: '本地账号登录。The input of `signIn`.',
  fields: (t) => ({
    loginName: t.string({ required: true, description: '用户名。The login name.' }),
    password: t.string({ required: true, description: '密码。The password.' }),
  }),
});

const SignInAsDemoPersonInput = builder.inputType('SignInAsDemoPersonInput', {
  description: '以演示人员登录。The input of `signInAsDemoPerson`.',
  fields: (t) => ({
    personId: t.id({ required: true, description: '演示人员。From `signInOptions.demoPeople`.' }),
  }),
});

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

const SignInOptionsType = builder
  .objectRef<{ people: (typeof DemoPersonType.$inferType)[] }>('SignInOptions')
  .implement({
    description: '登录方式。How one can sign in to this hub.',
    fields: (t) => ({
      demoPeople: t.field({
        type: [DemoPersonType],
        description: '演示人员，非演示时为空。The demo people; none outside the demonstration.',
        resolve: ({ people }) => people,
      }),
    }),
  });

builder.queryField('signInOptions', (t) =>
  t.field({
    type: SignInOptionsType,
    description: '登录方式，无需登录即可读。How one can sign in; readable by anyone.',
    resolve: async (_root, _args, context) => ({
      people: await demoPeople(context as SignInContext),
    }),
  }),
);

async function demoPeople({ db, signIn }: SignInContext) {
  if (!signIn.isDemoOpen) return [];
  const people = await db.person.findMany({
    where: { isDemo: true, disabledAt: null, account: { disabledAt: null }, roles: { some: {} } },
    include: { organization: true, roles: { orderBy: { id: 'asc' }, take: 1 } },
    orderBy: { id: 'asc' },
  });
  return people.map((person) => ({
    id: `Person_${person.id}`,
    displayName: person.displayName,
    position: person.position,
    role: person.roles[0]!.role,
    organizationName: person.organization.name,
  }));
}

builder.mutationFields((t) => ({
  signIn: t.field({
    type: ViewerType,
    description: '用本地账号登录。Signs in with a local account and sets the session cookie.',
    errors: {
      ...signInErrors,
      union: { name: 'SignInResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: SignInInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const accountId = await checkPassword(
        context.db,
        validate(signInInput, input),
        context.now(),
      );
      return enter(context as SignInContext, accountId);
    },
  }),
  signInAsDemoPerson: t.field({
    type: ViewerType,
    description:
      '以演示人员登录，仅限演示。Signs in as a demo person; refused outside the demonstration.',
    errors: {
      ...signInErrors,
      union: { name: 'SignInAsDemoPersonResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: SignInAsDemoPersonInput, required: true }) },
    resolve: async (_root, { input }, context) => {
      const { db, signIn } = context as SignInContext;
      const { id } = decodeRecordId(input.personId);
      const account =
        signIn.isDemoOpen && id
          ? await db.account.findFirst({
              where: { person: { id, isDemo: true }, disabledAt: null },
            })
          : null;
      return enter(context as SignInContext, account?.id ?? null);
    },
  }),
  signOut: t.boolean({
    description: '退出登录。Ends the session; true also when there was none.',
    resolve: async (_root, _args, context) => {
      const { db, now, signIn } = context as SignInContext;
      if (signIn.sessionToken) await revokeSession(db, signIn.sessionToken, now());
      signIn.clearSession();
      return true;
    },
  }),
}));

/** Opens a fresh session, ending the one before: a token fixed beforehand is worth nothing. */
async function enter({ db, now, address, signIn }: SignInContext, accountId: string | null) {
  if (!accountId) throw refused();
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId } });
  const caller = await loadPersonCaller(db, account.personId);
  if (!caller) throw refused();
  if (signIn.sessionToken) await revokeSession(db, signIn.sessionToken, now());
  const { userAgent } = signIn;
  const session = await openSession(db, accountId, { now: now(), address, userAgent });
  signIn.setSession(session.token, session.expiresAt);
  return caller;
}
