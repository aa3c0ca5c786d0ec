import {
  builder,
  ForbiddenError,
  keyOf,
  note,
  NotFoundError,
  recordAudit,
  SignInMethod,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { ACCESS_EVENTS } from '../rules/index.ts';
import { lastingSessions } from '../sessions.ts';
import { author, ownSession, signInOf } from '../sign-in/sign-in-context.ts';

type Session = Prisma.SessionGetPayload<object>;

const SignInMethodType = builder.enumType('SignInMethod', {
  description: '登录方式。How a session was opened.',
  values: {
    [SignInMethod.PASSWORD]: { description: '本地密码。Password: with a local password.' },
    [SignInMethod.OIDC]: {
      description: '单位统一登录。Single sign-on: by the organization’s own sign-in.',
    },
    [SignInMethod.DEMO]: { description: '演示一键进入。Demo: by one click in the demonstration.' },
  } as const,
});

const MySessionType = builder.objectRef<Session>('MySession').implement({
  description: '自己的会话。One of your own sessions that lasts.',
  fields: (t) => ({
    id: t.id({
      description: '会话 ID。For `revokeMySession`.',
      resolve: ({ id }) => `Session_${id}`,
    }),
    method: t.expose('method', {
      type: SignInMethodType,
      description: '登录方式。How it was opened.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '登录时间。When it began.' }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      description: '最近使用，精确到分。When it was last used, to the minute.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: '最迟失效时间。When it ends at the latest.',
    }),
    address: t.exposeString('address', {
      nullable: true,
      description: '网络地址。Where from.',
    }),
    userAgent: t.exposeString('userAgent', {
      nullable: true,
      description: '浏览器。The browser, as it names itself.',
    }),
    isCurrent: t.boolean({
      description: '是否本次会话。Whether this is the session that asks.',
      resolve: ({ id }, _args, context) => signInOf(context).session?.id === id,
    }),
  }),
});

builder.queryField('mySessions', (t) =>
  t.field({
    type: [MySessionType],
    authScopes: { signedIn: true },
    description:
      '自己的会话，至多 100 个。Your own sessions that last, at most 100, the newest first.',
    resolve: (_root, _args, { db, caller, now }) =>
      caller?.personId
        ? db.session.findMany({
            where: { personId: caller.personId, ...lastingSessions(now()) },
            orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
            take: 100,
          })
        : [],
  }),
);

const RevokeMySessionInput = builder.inputType('RevokeMySessionInput', {
  description: '结束自己的会话。The input of `revokeMySession`.',
  fields: (t) => ({
    id: t.id({ required: true, description: '会话 ID。From `mySessions`.' }),
  }),
});

builder.mutationField('revokeMySession', (t) =>
  t.field({
    extensions: { readBy: 'oneself' },
    type: MySessionType,
    description: '结束自己的一个会话。Ends one of your own sessions.',
    errors: {
      types: [NotFoundError, ForbiddenError],
      directResult: true,
      union: { name: 'RevokeMySessionResult', description: 'The ended session, or why not.' },
    },
    complexity: { field: 200 },
    args: { input: t.arg({ type: RevokeMySessionInput, required: true }) },
    resolve: (_root, { input }, context) => revokeMySession(context, input.id),
  }),
);

function revokeMySession(context: RequestContext, apiId: string): Promise<Session> {
  const session = ownSession(context);
  const { personId, organizationId } = session.caller;
  const now = context.now();
  const id = keyOf('Session', apiId);
  return context.db.$transaction(async (tx) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { id, personId, ...lastingSessions(now) },
      data: { revokedAt: now },
    });
    if (!ended) throw new NotFoundError('Session');
    const revoked = note(ACCESS_EVENTS.SESSION_REVOKED, { subjectId: personId, organizationId });
    await recordAudit(tx, author(context, session), revoked);
    return ended;
  });
}
