import { recordAudit } from '../audit/append-events.ts';
import { ForbiddenError } from '../errors/domain-errors.ts';
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
    {
      type: 'API_CLIENT_REFUSED',
      subjectType: 'ApiClient',
      subjectId: caller.client.id,
      organizationId: caller.organizationId,
      after: { mutation },
    },
  );
}
