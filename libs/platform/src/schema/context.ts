import type { Caller } from '../caller.ts';
import type { Database } from '../database/open-database.ts';

/** What every resolver and command of one request gets. */
export interface RequestContext {
  db: Database;
  /** Null until somebody signed in. */
  caller: Caller | null;
  now: () => Date;
  /** The day of `now` in Shanghai, YYYY-MM-DD. What goes by the day asks for it here: its answer lasts that long. */
  today: () => string;
  /** When the answer is made, for answers that say so; one that is kept goes on saying it. */
  madeAt: Date;
  /** The caller's network address as the hub saw it. */
  address: string | null;
}
