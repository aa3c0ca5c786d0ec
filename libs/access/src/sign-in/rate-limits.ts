import { refuseRate } from '@taizhang/platform';
import { rangeOf } from '../requests/trusted-transport.ts';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const QUARTER_OF_AN_HOUR = 15 * 60;
const MINUTE = 60;
/** Failed attempts for one login name; the account's own lock comes first where there is an account. */
const FAILURES_PER_NAME = 30;

/** How often one may try. Kept in the process: the lock of an account, in the database, holds across hubs. */
export interface RateLimits {
  /** Counts a request of a caller, or of an address when nobody is signed in. @throws with Retry-After */
  countRequest: (key: string) => Promise<void>;
  /**
   * Runs an attempt to sign in, counted per address and per name; one that succeeds is not counted.
   *
   * @throws with Retry-After when either has none left, before anything is tried.
   */
  attempt: <T>(
    by: AttemptBy,
    run: () => Promise<T>,
    isSuccess: (result: T) => boolean,
  ) => Promise<T>;
}

interface AttemptBy {
  address: string | null;
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
  return {
    countRequest: (key) => consume(requests, key),
    async attempt({ address, name }, run, isSuccess) {
      const range = rangeOf(address);
      const nameKey = name.trim().toLowerCase().slice(0, 100);
      await consume(ofAddress, range);
      await consume(ofName, nameKey);
      const result = await run();
      if (isSuccess(result)) await Promise.all([ofAddress?.reward(range), ofName?.reward(nameKey)]);
      return result;
    },
  };
}

const limiter = (points: number, duration: number) =>
  points ? new RateLimiterMemory({ points, duration }) : null;

async function consume(limiter: RateLimiterMemory | null, key: string): Promise<void> {
  await limiter?.consume(key).catch((refusal: RateLimiterRes) => {
    throw refuseRate(Math.ceil(refusal.msBeforeNext / 1000));
  });
}
