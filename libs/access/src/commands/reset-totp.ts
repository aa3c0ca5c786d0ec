import { type CommandInput, obey, type RequestContext, runCommand } from '@taizhang/platform';
import { requiredKey } from '@taizhang/platform/rules';
import { z } from 'zod';
import { ACCESS_EVENTS, refusePersonAction } from '../rules/index.ts';
import { revokeSessionsOf } from '../sessions.ts';
import { removeSecondFactor } from '../sign-in/second-factor.ts';
import { loadPerson } from './load-person.ts';

/** Takes the second factor of somebody who lost it; their sessions end. */
export async function resetTotp(context: RequestContext, input: CommandInput): Promise<string> {
  const personId = String(input['personId']);
  return runCommand(
    context,
    {
      name: 'resetTotp',
      idempotencyKey: input.idempotencyKey,
      schema: z.object({ personId: requiredKey }),
      input,
      subjectId: personId,
    },
    async (scope) => {
      const { tx, caller, now } = scope;
      const person = await loadPerson(scope, personId);
      obey(refusePersonAction('resetTotp', caller, person, now));
      await removeSecondFactor(scope, ACCESS_EVENTS.TOTP_RESET, person.account!);
      await revokeSessionsOf(tx, personId, now);
    },
  );
}
