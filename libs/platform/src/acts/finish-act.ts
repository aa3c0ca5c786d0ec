import type { Prisma } from '../database/generated/client/client.ts';
import type { ActData, ActResult } from './row-step.type.ts';

interface Ending {
  status: 'DONE' | 'FAILED';
  now: Date;
  /** Why it did not come to its end. */
  error?: string;
}

const NOTHING: ActResult = { created: 0, changed: 0, removed: 0, left: [] };

/** Ends an act that is under way: it keeps who began it and where, no longer what it had to do. */
export async function finishAct(
  tx: Prisma.TransactionClient,
  id: string,
  { status, now, error }: Ending,
): Promise<void> {
  await tx.$queryRaw`SELECT FROM "Act" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const act = await tx.act.findUniqueOrThrow({ where: { id } });
  if (act.status !== 'RUNNING') return;
  const { steps: _done, ...kept } = act.data as unknown as ActData;
  await tx.act.update({
    where: { id },
    data: {
      status,
      error: error ?? null,
      finishedAt: now,
      data: kept as unknown as Prisma.InputJsonObject,
      result: (act.result ?? NOTHING) as Prisma.InputJsonObject,
    },
  });
  if (kept.undoes && status === 'DONE')
    await tx.act.update({ where: { id: kept.undoes }, data: { status: 'UNDONE' } });
}
