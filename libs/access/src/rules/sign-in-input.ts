import { requiredLine, secretText } from '@taizhang/platform/rules';
import { z } from 'zod';

const typed = secretText(200);

/** What a person types to sign in with a local account. */
export const signInInput = z.object({ loginName: requiredLine(100), password: typed });

/** What a person types to confirm that it is they: a code of six digits, or a recovery code. */
export const codeInput = z.object({ code: requiredLine(40) });

/** 登录第二步 */
export const completeSignInInput = codeInput.extend({ challenge: secretText(1_000) });

/** 停用动态口令 */
export const disableTotpInput = codeInput.extend({ password: typed });
