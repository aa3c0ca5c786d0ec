import type { Caller } from '../caller.ts';
import type { Database } from '../database/open-database.ts';

/** What every resolver and command of one request gets. */
export interface RequestContext {
  db: Database;
  /** Null until somebody signed in. */
  caller: Caller | null;
  now: () => Date;
  /** The caller's network address as the hub saw it. */
  address: string | null;
}
