import type { Caller } from '../caller.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { ActKind } from '../database/generated/client/enums.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { ActData, RefusedRow, RowStep } from './row-step.type.ts';

/** The job that goes on with an act. */
export const GO_ON_WITH_ACT = 'go-on-with-act';

/** How long whoever began an act works on it alone before any hub goes on with it. */
export const ALONE_MS = 8_000;

interface NewAct {
  id: string;
  kind: ActKind;
  /** The mutation that begins it. */
  command: string;
  caller: Caller;
  address: string | null;
  now: Date;
  /** Where it takes place; null for the whole tree. */
  organizationId: string | null;
  undoes?: string;
  refused?: readonly RefusedRow[];
  steps: readonly RowStep[];
}

/** Puts a long piece of work down, to be done in batches once the transaction has committed. */
export async function beginAct(tx: Prisma.TransactionClient, act: NewAct): Promise<void> {
  const { id, kind, command, caller, address, now, organizationId, undoes, refused, steps } = act;
  const data: ActData = {
    by: {
      actorKey: caller.key,
      personId: caller.personId,
      name: caller.name,
      client: caller.client ? { id: caller.client.id } : null,
      address,
    },
    ...(undoes && { undoes }),
    ...(refused?.length && { refused }),
    steps: [...steps],
  };
  await tx.act.create({
    data: {
      id,
      kind,
      command,
      actorKey: caller.key,
      organizationId,
      data: data as unknown as Prisma.InputJsonObject,
      stepsTotal: steps.length,
      startedAt: now,
    },
  });
  const runAt = new Date(now.getTime() + ALONE_MS);
  await enqueue(tx, { name: GO_ON_WITH_ACT, data: { id }, key: id, runAt });
}
