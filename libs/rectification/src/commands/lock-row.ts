import type { CommandScope } from '@taizhang/platform';

type Transaction = CommandScope['tx'];

/** Locks an item's row: what is counted among its parts must not be counted by two at once. */
export async function lockItem(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "RectificationItem" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Locks a round's row: two areas must not take one ordinal, nor two members one place. */
export async function lockRound(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "InspectionRound" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Locks a review's row: of two last results one has to see the other. */
export async function lockLookBack(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "LookBackReview" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Locks a scorecard's row: two editions must not take one ordinal. */
export async function lockScorecard(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Scorecard" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Locks a notice's row: an item must not be left out twice, nor a notice change that is being proposed. */
export async function lockPublicNotice(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "PublicNotice" WHERE "id" = ${id}::uuid FOR UPDATE`;
}
