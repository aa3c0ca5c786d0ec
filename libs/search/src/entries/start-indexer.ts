import type { Database } from '@taizhang/platform';
import { indexPending } from './index-pending.ts';

/** How long the queue is left alone when it was empty, and after a failure. */
const PAUSE = 2_000;
const PAUSE_AFTER_FAILURE = 30_000;

/** What works the queue off while the hub runs. */
export interface Indexer {
  /** Ends after the batch under way; the rest stays queued. */
  stop: () => Promise<void>;
}

/**
 * Works the queue off in the background: what an earlier version of the database left, what a
 * crash left, what nobody searched for yet. A search itself takes what is waiting first.
 */
export function startIndexer(db: Database, onFailure: (error: unknown) => void): Indexer {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      timer.unref();
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function work() {
    while (!isStopped) {
      const rest = await indexPending(db).then(
        (isEmpty) => (isEmpty ? PAUSE : 0),
        (error: unknown) => {
          if (!isStopped) onFailure(error);
          return PAUSE_AFTER_FAILURE;
        },
      );
      // Requests that wait for the database go first, also when more is queued.
      if (!isStopped) await pause(rest);
    }
  }
  const working = work();
  return {
    stop: () => {
      isStopped = true;
      wake();
      return working;
    },
  };
}
