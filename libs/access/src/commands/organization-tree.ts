import type { Prisma } from '@taizhang/platform';

/** Whoever changes the shape of the tree waits here: paths are made from those above them. */
const LOCK = 72_707_372;

/** Takes the shape of the organization tree until the transaction ends. */
export async function lockTree(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
}

/** The path of an organization with a code below another, or at the root. */
export const pathBelow = (parent: { path: string } | null, code: string): string =>
  `${parent?.path ?? ''}${code}/`;
