import {
  type CommandInput,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
  writeChanges,
} from '@taizhang/platform';
import { requiredKey } from '@taizhang/platform/rules';
import { z } from 'zod';
import {
  ACCESS_EVENTS,
  newPassword,
  refusePassword,
  refusePersonAction,
  type PasswordOwner,
} from '../rules/index.ts';
import { revokeSessionsOf, type LiveSession } from '../sessions.ts';
import { checkOwnPassword, lockAccount } from '../sign-in/own-account.ts';
import { hashPassword } from '../sign-in/password-hash.ts';
import { author } from '../sign-in/sign-in-context.ts';
import { loadPerson } from './load-person.ts';

/**
 * Changes the password of whoever asks; their other sessions end.
 *
 * @throws ValidationError beside the field that is wrong.
 */
export async function changePassword(
  context: RequestContext,
  session: LiveSession,
  fields: { oldPassword: string; newPassword: string },
): Promise<void> {
  const { db, now } = context;
  const { id: sessionId, caller } = session;
  const account = await checkOwnPassword(context, session, fields.oldPassword, 'oldPassword');
  checkPolicy('newPassword', fields.newPassword, {
    loginName: account.loginName,
    displayName: caller.name,
  });
  const passwordHash = await hashPassword(fields.newPassword);
  await writeChanges(db, author(context, session, 'changePassword'), async ({ tx, change }) => {
    const stored = await lockAccount(tx, account.id);
    const columns = { passwordHash, mustChangePassword: false };
    await change(ACCESS_EVENTS.PASSWORD_CHANGED, stored, columns);
    await revokeSessionsOf(tx, caller.personId, now(), sessionId);
  });
}

/**
 * Gives somebody a temporary password, which they must change; their sessions end and a lock is
 * lifted. An administrator's is given by the security administrator, everybody else's by the system
 * administrator, so that neither becomes the other unseen.
 */
export async function resetPassword(context: RequestContext, input: CommandInput): Promise<string> {
  const personId = String(input['personId']);
  return runCommand(
    context,
    {
      name: 'resetPassword',
      idempotencyKey: input.idempotencyKey,
      schema: z.object({ personId: requiredKey, password: newPassword }),
      input,
      subjectId: personId,
    },
    async (scope, { password }) => {
      const { tx, caller, now } = scope;
      const person = await loadPerson(scope, personId);
      obey(refusePersonAction('resetPassword', caller, person, now));
      const account = person.account!;
      checkPolicy('password', password, { ...account, displayName: person.displayName });
      await scope.change(ACCESS_EVENTS.PASSWORD_RESET, account, {
        passwordHash: await hashPassword(password),
        mustChangePassword: true,
      });
      // Whoever knew the former password may have made a device known.
      await tx.signInOrigin.deleteMany({ where: { accountId: account.id } });
      await revokeSessionsOf(tx, personId, now);
    },
  );
}

function checkPolicy(field: string, password: string, owner: PasswordOwner): void {
  const message = refusePassword(password, owner);
  if (message) throw new ValidationError([{ path: [field], message }]);
}
