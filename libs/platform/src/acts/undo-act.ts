import { v7 as newKey } from 'uuid';
import { z } from 'zod';
import { obey } from '../commands/obey.ts';
import { runCommand } from '../commands/run-command.ts';
import { NotFoundError, TransitionError } from '../errors/domain-errors.ts';
import { bilingual, requiredKey } from '../rules/index.ts';
import type { RequestContext } from '../schema/context.ts';
import type { CommandInput } from '../schema/command-mutation.ts';
import { beginAct } from './begin-act.ts';
import { planUndo } from './plan-undo.ts';
import { isActVisible, refuseUndoAct } from './refuse-act.ts';
import { runWhileAsked } from './run-while-asked.ts';

const UNDER_WAY = bilingual('正在撤销', 'It is being undone already');

/**
 * Takes back what an act wrote, as an act of its own: each row goes back to the fold of its events before.
 * Rows that somebody changed since, and those on which something else stands, are left and told.
 *
 * @returns the act that undoes.
 */
export async function undoAct(
  context: RequestContext,
  input: CommandInput & { id: string },
): Promise<string> {
  const newId = newKey();
  const undoId = await runCommand(
    context,
    {
      name: 'undoAct',
      idempotencyKey: input.idempotencyKey,
      schema: z.object({ id: requiredKey }),
      input,
      subjectId: newId,
    },
    async ({ tx, caller, now }, { id }) => {
      await tx.$queryRaw`SELECT FROM "Act" WHERE "id" = ${id}::uuid FOR UPDATE`;
      const act = await tx.act.findUnique({ where: { id } });
      if (!act || !isActVisible(act, caller)) throw new NotFoundError('Act');
      obey(refuseUndoAct(act, caller));
      const undoing = await tx.act.count({
        where: { status: 'RUNNING', kind: 'UNDO', data: { path: ['undoes'], equals: id } },
      });
      if (undoing) throw new TransitionError('status', UNDER_WAY);
      await beginAct(tx, {
        id: newId,
        kind: 'UNDO',
        command: act.command,
        caller,
        address: context.address,
        now,
        organizationId: act.organizationId,
        undoes: id,
        steps: await planUndo(tx, id),
      });
    },
  );
  await runWhileAsked(context, undoId);
  return undoId;
}
