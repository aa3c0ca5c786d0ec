import {
  builder,
  decodeRecordId,
  note,
  recordAudit,
  validate,
  ValidationError,
  type Caller,
  type RequestContext,
} from '@taizhang/platform';
import { checkPassword } from '../commands/sign-in.ts';
import { ACCESS_EVENTS, completeSignInInput, signInInput } from '../rules/index.ts';
import { revokeSession } from '../sessions.ts';
import { challengedAccount, challengeFor } from '../sign-in/challenge.ts';
import { enterHub, recordRefusal } from '../sign-in/enter-hub.ts';
import { checkSecondFactor, SECOND_FACTOR } from '../sign-in/second-factor.ts';
import { countedBy, originOf } from '../sign-in/sign-in-origin.ts';
import { author, signInOf } from '../sign-in/sign-in-context.ts';
import {
  SecondFactorError,
  SecondFactorRequired,
  SIGN_IN_COST,
  SignInError,
} from './sign-in-errors.type.ts';
import { ViewerType } from './viewer.type.ts';

const SignInInput = builder.inputType('SignInInput', {
  description: '本地账号登录。The input of `signIn`.',
  fields: (t) => ({
    loginName: t.string({ required: true, description: '用户名。The login name.' }),
    password: t.string({ required: true, description: '密码。The password.' }),
  }),
});

const CompleteSignInInput = builder.inputType('CompleteSignInInput', {
  description: '登录第二步。The input of `completeSignIn`.',
  fields: (t) => ({
    challenge: t.string({
      required: true,
      description: '续登凭据。From `signIn`’s SecondFactorRequired.',
    }),
    code: t.string({
      required: true,
      description: '动态码或恢复码。Six digits of the authenticator, or a recovery code.',
    }),
  }),
});

const SignInAsDemoPersonInput = builder.inputType('SignInAsDemoPersonInput', {
  description: '以演示人员登录。The input of `signInAsDemoPerson`.',
  fields: (t) => ({
    personId: t.id({ required: true, description: '演示人员。From `signInOptions.demoPeople`.' }),
  }),
});

builder.mutationFields((t) => ({
  signIn: t.field({
    extensions: { readBy: 'whoever signs in' },
    type: ViewerType,
    description:
      '用本地账号登录。Signs in with a local account and sets the session cookie; an account with a second factor needs `completeSignIn` too.',
    errors: {
      types: [SignInError, SecondFactorRequired, ValidationError],
      directResult: true,
      union: { name: 'SignInResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: SignInInput, required: true }) },
    resolve: (_root, { input }, context) => signIn(context, validate(signInInput, input)),
  }),
  completeSignIn: t.field({
    extensions: { readBy: 'whoever signs in' },
    type: ViewerType,
    description:
      '登录第二步：动态码或恢复码。Completes a sign-in with a code of the authenticator or a recovery code.',
    errors: {
      types: [SecondFactorError, ValidationError],
      directResult: true,
      union: { name: 'CompleteSignInResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: CompleteSignInInput, required: true }) },
    resolve: (_root, { input }, context) =>
      completeSignIn(context, validate(completeSignInInput, input)),
  }),
  signInAsDemoPerson: t.field({
    extensions: { readBy: 'whoever signs in' },
    type: ViewerType,
    description:
      '以演示人员登录，仅限演示。Signs in as a demo person; refused outside the demonstration.',
    errors: {
      types: [SignInError, ValidationError],
      directResult: true,
      union: { name: 'SignInAsDemoPersonResult', description: 'The viewer, or why not.' },
    },
    complexity: { field: SIGN_IN_COST },
    args: { input: t.arg({ type: SignInAsDemoPersonInput, required: true }) },
    resolve: (_root, { input }, context) => signInAsDemoPerson(context, input.personId),
  }),
  signOut: t.boolean({
    extensions: { readBy: 'oneself' },
    description: '退出登录。Ends the session; true also when there was none.',
    resolve: (_root, _args, context) => signOut(context),
  }),
}));

async function signIn(
  context: RequestContext,
  input: { loginName: string; password: string },
): Promise<Caller> {
  const { db, now } = context;
  const { limits, challengeSeal } = signInOf(context);
  const origin = await originOf(context, input.loginName);
  const check = await limits.attempt(
    countedBy(origin, input.loginName),
    () => checkPassword(db, input, origin, now()),
    ({ account }) => account !== null,
  );
  const { account } = check;
  if (!account) {
    await recordRefusal(context, { ...check, name: input.loginName, reason: 'PASSWORD' });
    throw new SignInError();
  }
  if (account.hasSecondFactor)
    throw new SecondFactorRequired(challengeFor(challengeSeal, account.id, now()));
  return enter(context, account.personId, 'PASSWORD');
}

async function completeSignIn(
  context: RequestContext,
  { challenge, code }: { challenge: string; code: string },
): Promise<Caller> {
  const { db, now } = context;
  const { limits, challengeSeal, totpSeal } = signInOf(context);
  const id = challengedAccount(challengeSeal, challenge, now());
  const account = id ? await db.account.findUnique({ where: { id }, select: SECOND_FACTOR }) : null;
  if (!account || account.disabledAt) throw new SecondFactorError();
  const origin = await originOf(context, account.loginName);
  const check = await limits.attempt(
    countedBy(origin, account.loginName),
    () => checkSecondFactor(db, totpSeal, { account, origin }, code, now()),
    ({ isRight }) => isRight,
  );
  if (check.isRight) return enter(context, account.personId, 'PASSWORD');
  const { loginName: name, personId } = account;
  const { isNowLocked } = check;
  await recordRefusal(context, { name, personId, isNowLocked, reason: 'SECOND_FACTOR' });
  throw new SecondFactorError();
}

async function signInAsDemoPerson(context: RequestContext, personId: string): Promise<Caller> {
  const { db } = context;
  const { isDemoOpen, isForeign, limits } = signInOf(context);
  // No password stands between: another site must not make somebody's browser a demo person's.
  const mayEnter = isDemoOpen && !isForeign;
  const { id } = decodeRecordId(personId);
  const account = await limits.attempt(
    countedBy(await originOf(context, ''), id),
    async () =>
      mayEnter && id
        ? db.account.findFirst({ where: { person: { id, isDemo: true }, disabledAt: null } })
        : null,
    (found) => found !== null,
  );
  if (!account) throw new SignInError();
  return enter(context, account.personId, 'DEMO');
}

async function enter(
  context: RequestContext,
  personId: string,
  method: 'PASSWORD' | 'DEMO',
): Promise<Caller> {
  const caller = await enterHub(context, { personId, method });
  if (!caller) throw new SignInError();
  return caller;
}

async function signOut(context: RequestContext): Promise<boolean> {
  const { db, now } = context;
  const signIn = signInOf(context);
  const personId = signIn.sessionToken && (await revokeSession(db, signIn.sessionToken, now()));
  if (personId && signIn.session)
    await recordAudit(
      db,
      author(context, signIn.session),
      note(ACCESS_EVENTS.SIGNED_OUT, {
        subjectId: personId,
        organizationId: signIn.session.caller.organizationId,
      }),
    );
  signIn.session = null;
  signIn.clearSession();
  return true;
}
