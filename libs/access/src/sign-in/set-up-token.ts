import { randomBytes } from 'node:crypto';
import type { Database } from '@taizhang/platform';
import type { Seal } from './seal.ts';
import type { SetUpToken } from './sign-in-context.ts';

/** How long a link to the first set-up works. Whoever needs another one starts the hub again. */
const LIFE_MS = 60 * 60_000;

/**
 * The token of an empty hub's first set-up. It is kept nowhere: whoever shows one that this hub sealed, in time and while there is
 * no organization, may set it up.
 *
 * @returns `token`, told once by the start that made it; null when the hub has an organization already.
 */
export async function openSetUp(
  db: Database,
  seal: Seal,
  now: () => Date,
): Promise<SetUpToken & { token: string | null }> {
  const isEmpty = async () => (await db.organization.findFirst({ select: { id: true } })) === null;
  const until = now().getTime() + LIFE_MS;
  // Two starts in one moment make two tokens.
  const about = { until, nonce: randomBytes(9).toString('base64url') };
  return {
    token: (await isEmpty()) ? seal.seal(JSON.stringify(about)) : null,
    isRight: async (given) => isInTime(seal.open(given), now()) && (await isEmpty()),
    isPending: isEmpty,
  };
}

const isInTime = (text: string | null, now: Date): boolean =>
  text !== null && (JSON.parse(text) as { until: number }).until > now.getTime();
