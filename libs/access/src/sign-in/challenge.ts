import type { Seal } from './seal.ts';

/** How long a right password waits for its second factor. */
const LIFE_MS = 5 * 60_000;

/** A half-done sign-in, as the browser carries it: readable by this hub alone, and not for long. */
export const challengeFor = (seal: Seal, accountId: string, now: Date): string =>
  seal.seal(JSON.stringify({ accountId, until: now.getTime() + LIFE_MS }));

/** The account whose password was right; null when it was not, or too long ago. */
export function challengedAccount(seal: Seal, challenge: string, now: Date): string | null {
  const text = seal.open(challenge);
  if (text === null) return null;
  const { accountId, until } = JSON.parse(text) as { accountId: string; until: number };
  return until > now.getTime() ? accountId : null;
}
