import type { Database } from '../database/open-database.ts';

/** What a job works with. */
export interface JobScope {
  db: Database;
  now: () => Date;
  /** Aborted when the hub stops: long work ends at the next safe point and is taken up again later. */
  signal: AbortSignal;
}

/** A kind of work that a hub does beside requests. It may run twice and has to have one effect. */
export interface Job<Data = unknown> {
  name: string;
  /** How often it runs by itself; absent: only when enqueued. */
  everyMinutes?: number;
  /** Whether the first run waits that long too, instead of coming at the first start. */
  startsLater?: true;
  run: (scope: JobScope, data: Data) => Promise<void>;
}

/** Work to be done once. */
export interface NewJob {
  name: string;
  data: object;
  /** Of one name and key at most one job waits or is under way; a second one adds nothing. */
  key?: string;
  /** Not before then. */
  runAt: Date;
}
