import { toDay, type Prisma } from '@taizhang/platform';

/** Notes when the hub has to look at a mechanism again. Neither its version nor `updatedAt` moves: nobody changed it. */
export async function noteNextOpening(
  tx: Prisma.TransactionClient,
  mechanismId: string,
  opensOn: string | null,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "StandingMechanism" SET "nextOpensOn" = ${toDay(opensOn)}::date WHERE "id" = ${mechanismId}::uuid`;
}
