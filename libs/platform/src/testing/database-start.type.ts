import type { DatabasePool } from '../database/open-server.ts';

/** What test databases are copies of: a dump for embedded ones, and a template on the server, null without one. */
export interface DatabaseStart {
  /** What it is made of comes to. */
  key: string;
  dump: string;
  template: string | null;
}

/** How the databases that others are copies of are made, once for each key. */
export interface Recipe {
  /** Of letters, for files and databases. */
  name: string;
  /** What they are made of comes to, beside what they are copies of. */
  key: string;
  /** What they are copies of themselves; null: empty databases. */
  from: DatabaseStart | null;
  fill: (database: DatabasePool) => Promise<void>;
}
