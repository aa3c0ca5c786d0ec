import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Deadline } from './deadline.ts';
import { FairPool } from './fair-pool.ts';

/** How long a statement of the hub's own work may take: of jobs, of filling in, of a start. */
const OWN_STATEMENT_MS = 10 * 60_000;
/** After a deadline the hub ends the statement; where the hub itself is stuck, the server does so this much later. */
const SERVER_LATER_MS = 1_000;
/** How long ending a statement may take before the connection is hung up on. */
const CANCEL_MS = 1_000;

/** What it needs of node-postgres beside its types: the process of a connection on the server. */
type Session = pg.PoolClient & { processID: number };

/** A pool over a server: statements end with the time of the request or job that they belong to. */
export class ServerPool extends FairPool {
  readonly #ownMs: number;
  readonly #limits = new WeakMap<pg.PoolClient, number>();
  /** Outside the pool, which may be full of what is to be ended. */
  readonly #cancelling: pg.Pool;

  /** @param ownMs how long a statement of work without a deadline may take; 0: any time. */
  constructor(config: pg.PoolConfig, ownMs = OWN_STATEMENT_MS) {
    super(config);
    this.#ownMs = ownMs;
    this.#cancelling = new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 1_000 });
    this.#cancelling.on('error', () => undefined);
  }

  override async end(): Promise<void> {
    await super.end();
    await this.#cancelling.end();
  }

  /** The limit of a connection is set when it passes from requests to the hub's own work, or back. */
  protected override async prepare(client: pg.PoolClient, by: Deadline | null): Promise<void> {
    const most = this.#ownMs || Infinity;
    const limit = by ? Math.min(by.ms + SERVER_LATER_MS, most) : this.#ownMs;
    if (this.#limits.get(client) === limit) return;
    await client.query(`SET statement_timeout = ${limit}`);
    this.#limits.set(client, limit);
  }

  /** Ends the statement on the server, then the connection: nothing more of the same work is to run on it. */
  protected override readonly cut = async (client: pg.PoolClient): Promise<void> => {
    const { processID } = client as Session;
    const cancelled = this.#cancelling.query('SELECT pg_cancel_backend($1)', [processID]);
    // Where the server does not answer either, hanging up is all that is left.
    await Promise.race([cancelled.catch(() => undefined), wait(CANCEL_MS, null, { ref: false })]);
    await (client as unknown as pg.Client).end().catch(() => undefined);
  };
}
