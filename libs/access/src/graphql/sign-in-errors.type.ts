import { builder, COST_LIMIT } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';

/** Signing in was refused; every cause reads the same. */
export class SignInError extends Error {
  readonly code = 'SIGN_IN';

  constructor() {
    super(
      bilingual(
        '用户名或密码不正确，或账号已锁定',
        'The name or password is wrong, or the account is locked',
      ),
    );
  }
}

/** The second step was refused: wrong, used or too late. */
export class SecondFactorError extends Error {
  readonly code = 'SECOND_FACTOR';

  constructor() {
    super(
      bilingual(
        '动态码不正确、已用过或已超时，请重试；多次错误将锁定账号',
        'The code is wrong, used or too late: try again; the account is locked after several',
      ),
    );
  }
}

/** The password was right and a code must follow; not an error, but not signed in either. */
export class SecondFactorRequired extends Error {
  readonly challenge: string;

  constructor(challenge: string) {
    super('A second factor is required');
    this.challenge = challenge;
  }
}

builder.objectType(SignInError, {
  name: 'SignInError',
  description: '登录失败。Signing in was refused; every cause reads the same.',
  fields: (t) => ({
    code: t.exposeString('code', { description: '错误代码。Always SIGN_IN.' }),
    message: t.exposeString('message', { description: '说明。What to do, "中文 / English".' }),
  }),
});

builder.objectType(SecondFactorError, {
  name: 'SecondFactorError',
  description: '第二步验证失败。The second step was refused: the code is wrong, used or too late.',
  fields: (t) => ({
    code: t.exposeString('code', { description: '错误代码。Always SECOND_FACTOR.' }),
    message: t.exposeString('message', { description: '说明。What to do, "中文 / English".' }),
  }),
});

builder.objectType(SecondFactorRequired, {
  name: 'SecondFactorRequired',
  description: '还需动态码。The password was right: complete the sign-in with a code.',
  fields: (t) => ({
    challenge: t.exposeString('challenge', {
      description: '续登凭据，五分钟内有效。For `completeSignIn`, within five minutes.',
    }),
  }),
});

/** So dear that one request has room for three tries, not for a list of passwords. */
export const SIGN_IN_COST = Math.floor(COST_LIMIT / 3.5);
