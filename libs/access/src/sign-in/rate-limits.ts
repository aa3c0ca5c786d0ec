import { setTimeout as wait } from 'node:timers/promises';
import { refuseRate } from '@taizhang/platform';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const QUARTER_OF_AN_HOUR = 15 * 60;
const MINUTE = 60;
/** Failed attempts at one login name from places that are not known; where there is an account, each place is locked before. */
const FAILURES_PER_NAME = 30;
/** How far apart attempts are once there were too many failures, and how many wait for their turn. */
const STEP_MS = 1_000;
const WAITING = 5;

/** How often one may try. */
export interface RateLimits {
  /** Counts a request of a caller, or of an address when nobody is signed in. @throws with Retry-After */
  countRequest: (key: string) => Promise<void>;
  /**
   * Runs an attempt to sign in. Failures are counted per address range and per name; after too many of them further
   * attempts get their turn one a second, whoever makes them: they are slowed and never locked out.
   *
   * @param by null for a device that is known: it has its own count and waits for nobody.
   * @throws with Retry-After of a few seconds when too many wait already, before anything is tried.
   */
  attempt: <T>(
    by: AttemptBy | null,
    run: () => Promise<T>,
    isSuccess: (result: T) => boolean,
  ) => Promise<T>;
}

interface AttemptBy {
  range: string;
  name: string;
}

/** @param most.requestsPerMinute and @param most.failuresPerAddress are the operator's; 0 means no limit. */
export function rateLimits(most: {
  requestsPerMinute: number;
  failuresPerAddress: number;
}): RateLimits {
  const requests = limiter(most.requestsPerMinute, MINUTE);
  const ofAddress = limiter(most.failuresPerAddress, QUARTER_OF_AN_HOUR);
  const ofName = limiter(FAILURES_PER_NAME, QUARTER_OF_AN_HOUR);
  const turns = new Turns();
  return {
    countRequest: async (key) => {
      await requests?.consume(key).catch((refusal: RateLimiterRes) => {
        throw refuseRate(Math.ceil(refusal.msBeforeNext / 1000));
      });
    },
    async attempt(by, run, isSuccess) {
      if (!by) return run();
      const { range } = by;
      const name = by.name.trim().toLowerCase().slice(0, 100);
      // Counted beforehand, so that parallel ones are counted too.
      if (await isOver(ofAddress, range)) await turns.take(range);
      if (await isOver(ofName, name)) await turns.take(`name:${name}`);
      const result = await run();
      if (isSuccess(result)) await Promise.all([ofAddress?.reward(range), ofName?.reward(name)]);
      return result;
    },
  };
}

const limiter = (points: number, duration: number) =>
  points ? new RateLimiterMemory({ points, duration }) : null;

const isOver = async (limiter: RateLimiterMemory | null, key: string): Promise<boolean> =>
  limiter
    ? limiter.consume(key).then(
        () => false,
        () => true,
      )
    : false;

/** Turns that are so far apart, by key. */
class Turns {
  readonly #next = new Map<string, number>();

  /** Waits for the next turn. @throws when too many wait already */
  async take(key: string): Promise<void> {
    const now = Date.now();
    const turn = Math.max(now, this.#next.get(key) ?? 0);
    const ahead = turn - now;
    if (ahead >= WAITING * STEP_MS) throw refuseRate(WAITING);
    this.#next.set(key, turn + STEP_MS);
    // Nothing is kept of keys whose turn has come.
    for (const [other, next] of this.#next) if (next <= now) this.#next.delete(other);
    if (ahead > 0) await wait(ahead);
  }
}
