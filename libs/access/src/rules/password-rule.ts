import { bilingual, type BilingualText, secretText } from '@taizhang/platform/rules';
import { z } from 'zod';

/** Whom a password is for: it must not be guessed from what everybody knows of them. */
export interface PasswordOwner {
  loginName: string;
  displayName: string;
}

const SHORTEST = 12;

/** What guessing programs try first among the long ones, without case, digits and signs at the ends. */
const COMMON = [
  'password',
  'passwordpassword',
  'administrator',
  'adminadmin',
  'qwertyuiop',
  'qwertyuiopasdf',
  'qwertyqwerty',
  'letmeinletmein',
  'iloveyou',
  'iloveyouforever',
  'welcomewelcome',
  'changemechangeme',
  'changeme',
  'qazwsxedcrfv',
  'woaini',
  'woainiwoaini',
  'woainiyiwannian',
  'taizhang',
  'taizhangtaizhang',
];

const RUNS = ['0123456789'.repeat(3), 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** Why a password may not be used; null when it may. */
export function refusePassword(password: string, owner: PasswordOwner): BilingualText | null {
  if ([...password].length < SHORTEST)
    return bilingual(`密码至少 ${SHORTEST} 位`, `A password has at least ${SHORTEST} characters`);
  const plain = password.toLowerCase();
  if (names(owner).some((name) => plain.includes(name)))
    return bilingual(
      '密码不能包含用户名或姓名',
      'A password must not contain the login name or the name',
    );
  if (isTrivial(plain))
    return bilingual(
      '这个密码太常见或太有规律，请换一个',
      'This password is too common or too regular: choose another',
    );
  return null;
}

/** The names to keep out; one or two characters occur by chance. */
function names({ loginName, displayName }: PasswordOwner): string[] {
  return [loginName, displayName].map((name) => name.trim().toLowerCase()).filter(isTelling);
}

const isTelling = (name: string) => name.length > 2 || /\p{Script=Han}{2}/u.test(name);

function isTrivial(plain: string): boolean {
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (COMMON.includes(core)) return true;
  // A piece of up to four characters over and over.
  if (/^(.{1,4})\1+.{0,3}$/u.test(plain) && new Set(plain).size <= 4) return true;
  if (new Set(plain).size < 4) return true;
  const backwards = [...plain].reverse().join('');
  return RUNS.some((run) => run.includes(plain) || run.includes(backwards));
}

const typed = secretText(200);

/** A new password in a form or an input: `owner` says whose it is. */
export const newPassword = typed;

/** 修改密码: what the person types; the new one twice in a form. */
export const changePasswordInput = z
  .object({ oldPassword: typed, newPassword })
  .refine(({ oldPassword, newPassword }) => oldPassword !== newPassword, {
    path: ['newPassword'],
    message: bilingual('新密码与原密码相同', 'The new password is the old one'),
  });

/** Reports a password that its owner may not have, beside its field. */
export function checkNewPassword(
  context: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void },
  path: string[],
  password: string,
  owner: PasswordOwner,
): void {
  const message = refusePassword(password, owner);
  if (message) context.addIssue({ code: 'custom', path, message });
}
