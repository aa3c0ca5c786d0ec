import type { Prisma } from '../database/generated/client/client.ts';
import type { ActResult } from './row-step.type.ts';

/** An act as a batch finds it. */
export interface HeldAct {
  stepsDone: number;
  result: ActResult | null;
}

/** Holds an act until the transaction ends; null when it is not under way any more. */
export async function holdAct(tx: Prisma.TransactionClient, id: string): Promise<HeldAct | null> {
  const [held] = await tx.$queryRaw<(HeldAct & { status: string })[]>`
    SELECT "status"::text, "stepsDone", "result" FROM "Act" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return held?.status === 'RUNNING' ? held : null;
}

/** Keeps how far an act came, in the transaction that came so far. */
export async function keepProgress(
  tx: Prisma.TransactionClient,
  id: string,
  { stepsDone, result }: HeldAct,
  steps: number,
  wrote: ActResult,
): Promise<void> {
  const sum: ActResult = {
    created: (result?.created ?? 0) + wrote.created,
    changed: (result?.changed ?? 0) + wrote.changed,
    removed: (result?.removed ?? 0) + wrote.removed,
    left: [...(result?.left ?? []), ...wrote.left],
  };
  // Not `update`, which reads the row back with everything that is still to be done.
  await tx.act.updateMany({
    where: { id },
    data: { stepsDone: stepsDone + steps, result: sum as unknown as Prisma.InputJsonObject },
  });
}
