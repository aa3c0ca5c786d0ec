import {
  type CommandInput,
  obey,
  recordAudit,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { requiredKey } from '@taizhang/platform/rules';
import { z } from 'zod';
import {
  newPassword,
  refusePassword,
  refusePersonAction,
  type PasswordOwner,
} from '../rules/index.ts';
import { revokeSessionsOf, type LiveSession } from '../sessions.ts';
import { checkOwnPassword } from '../sign-in/own-account.ts';
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
  const account = await checkOwnPassword(context, session, fields.oldPassword, 'oldPassword');
  checkPolicy('newPassword', fields.newPassword, {
    loginName: account.loginName,
    displayName: session.caller.name,
  });
  const passwordHash = await hashPassword(fields.newPassword);
  await db.$transaction(async (tx) => {
    await tx.account.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: false },
    });
    await revokeSessionsOf(tx, session.caller.personId, now(), session.id);
    await recordAudit(tx, author(context, session), {
      type: 'PASSWORD_CHANGED',
      subjectType: 'Person',
      subjectId: session.caller.personId,
      organizationId: session.caller.organizationId,
    });
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
      const { tx, caller, now, record } = scope;
      const person = await loadPerson(scope, personId);
      obey(refusePersonAction('resetPassword', caller, person, now));
      const account = person.account!;
      checkPolicy('password', password, { ...account, displayName: person.displayName });
      await tx.account.update({
        where: { id: account.id },
        data: {
          passwordHash: await hashPassword(password),
          mustChangePassword: true,
          failedAttempts: 0,
          lockedUntil: null,
        },
      });
      await revokeSessionsOf(tx, personId, now);
      await record({
        type: 'PASSWORD_RESET',
        subjectType: 'Person',
        subjectId: personId,
        organizationId: person.organizationId,
      });
    },
  );
}

function checkPolicy(field: string, password: string, owner: PasswordOwner): void {
  const message = refusePassword(password, owner);
  if (message) throw new ValidationError([{ path: [field], message }]);
}
