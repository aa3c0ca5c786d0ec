import { z } from 'zod';
import { note } from '../audit/note.ts';
import { obey } from '../commands/obey.ts';
import { runCommand } from '../commands/run-command.ts';
import { NotFoundError } from '../errors/domain-errors.ts';
import { bilingual, PLATFORM_EVENTS, requiredKey } from '../rules/index.ts';
import type { RequestContext } from '../schema/context.ts';
import type { CommandInput } from '../schema/command-mutation.ts';
import { finishAct } from './finish-act.ts';
import { isActVisible, refuseCancelAct } from './refuse-act.ts';

const CANCELLED = bilingual('已取消', 'Cancelled');

/** Stops an act between two batches. What it wrote stays, and can be undone. */
export const cancelAct = (
  context: RequestContext,
  input: CommandInput & { id: string },
): Promise<string> =>
  runCommand(
    context,
    {
      name: 'cancelAct',
      idempotencyKey: input.idempotencyKey,
      schema: z.object({ id: requiredKey }),
      input,
      subjectId: input.id,
    },
    async ({ tx, caller, now, record }, { id }) => {
      await tx.$queryRaw`SELECT FROM "Act" WHERE "id" = ${id}::uuid FOR UPDATE`;
      const act = await tx.act.findUnique({ where: { id } });
      if (!act || !isActVisible(act, caller)) throw new NotFoundError('Act');
      obey(refuseCancelAct(act, caller));
      await finishAct(tx, id, { status: 'FAILED', now, error: CANCELLED });
      await record(note(PLATFORM_EVENTS.ACT_CANCELLED, { subjectId: id }));
    },
  );
