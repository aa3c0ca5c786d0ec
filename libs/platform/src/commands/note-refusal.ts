import { recordAudit } from '../audit/append-events.ts';
import { note } from '../audit/note.ts';
import { ForbiddenError } from '../errors/domain-errors.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import type { RequestContext } from '../schema/context.ts';

/** Leaves it in the log that another system asked for what its role or scopes do not include. */
export async function noteRefusal(
  { db, caller, now, address }: RequestContext,
  mutation: string,
  error: unknown,
): Promise<void> {
  if (!caller?.client || !(error instanceof ForbiddenError)) return;
  await recordAudit(
    db,
    { caller, now: now(), address },
    note(PLATFORM_EVENTS.API_CLIENT_REFUSED, {
      subjectId: caller.client.id,
      organizationId: caller.organizationId,
      after: { mutation },
    }),
  );
}
