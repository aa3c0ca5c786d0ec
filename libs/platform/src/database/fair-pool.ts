import pg from 'pg';
import { currentDeadline, type Deadline } from './deadline.ts';

/** Somebody who uses the pool: a caller, or the hub's own work. */
interface Holder {
  held: number;
  /** The number of the last turn it had; of equals, the one comes first who has waited longest for one. */
  lastTurn: number;
  waiting: (() => void)[];
}

type Release = (error?: Error | boolean) => void;
type Taken = (error: Error | undefined, client: pg.PoolClient | undefined, done: Release) => void;

/** Connections of a larger pool that no single caller gets, however many requests it sends. */
const LEFT_TO_OTHERS = 2;
const LARGER = 5;

/**
 * A pool that gives connections to the caller who holds the fewest: who asks for a thousand things at once does not
 * keep waiting who asks for a single thing. Whoever's time is over waits no longer.
 */
export class FairPool extends pg.Pool {
  readonly #holders = new Map<unknown, Holder>();
  #inUse = 0;
  #turns = 0;

  constructor(config: pg.PoolConfig) {
    super(config);
    // One that breaks says so to whoever uses it next; while nobody listens, it must not end the process.
    this.on('connect', (client) => client.on('error', () => undefined));
  }

  get inUseCount(): number {
    return this.#inUse;
  }

  get queuedCount(): number {
    return [...this.#holders.values()].reduce((sum, { waiting }) => sum + waiting.length, 0);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(taken: Taken): void;
  override connect(taken?: Taken): Promise<pg.PoolClient> | void {
    const client = this.#take(currentDeadline());
    if (!taken) return client;
    client.then(
      (given) => taken(undefined, given, given.release),
      (error: Error) => taken(error, undefined, () => undefined),
    );
    return undefined;
  }

  /** Prepares a connection for whoever gets it. */
  protected prepare(_client: pg.PoolClient, _by: Deadline | null): Promise<void> {
    return Promise.resolve();
  }

  /** Ends what a connection is doing, because the time of whoever holds it is over; null: it cannot be ended. */
  protected readonly cut: ((client: pg.PoolClient) => Promise<void>) | null = null;

  async #take(by: Deadline | null): Promise<pg.PoolClient> {
    const holder = by?.holder ?? null;
    by?.check();
    await this.#turn(holder, by);
    const client = await super.connect().catch((error: unknown) => {
      this.#leave(holder);
      throw error;
    });
    const giveBack = client.release.bind(client);
    const over = this.cut && by?.whenOver(() => void this.cut!(client));
    client.release = (error) => {
      over?.forget();
      giveBack(error);
      this.#leave(holder);
    };
    try {
      await this.prepare(client, by);
      by?.check();
      return client;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  }

  async #turn(key: unknown, by: Deadline | null): Promise<void> {
    const holder = this.#holders.get(key) ?? { held: 0, lastTurn: 0, waiting: [] };
    this.#holders.set(key, holder);
    if (this.#inUse < this.options.max && this.#mayHoldMore(holder)) return this.#enter(holder);
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        over?.forget();
        resolve();
      };
      const over = by?.whenOver((late) => {
        holder.waiting.splice(holder.waiting.indexOf(go), 1);
        this.#forget(key);
        reject(late);
      });
      holder.waiting.push(go);
    });
  }

  #enter(holder: Holder): void {
    this.#inUse += 1;
    holder.held += 1;
    holder.lastTurn = this.#turns += 1;
  }

  #leave(key: unknown): void {
    this.#inUse -= 1;
    this.#holders.get(key)!.held -= 1;
    const next = this.#next();
    if (next) {
      this.#enter(next);
      next.waiting.shift()!();
    }
    this.#forget(key);
  }

  /** Of those who wait, who holds the fewest. */
  #next(): Holder | null {
    let next: Holder | null = null;
    for (const holder of this.#holders.values())
      if (holder.waiting.length && this.#mayHoldMore(holder) && (!next || isBefore(holder, next)))
        next = holder;
    return next;
  }

  #forget(key: unknown): void {
    const { held, waiting } = this.#holders.get(key)!;
    if (!held && !waiting.length) this.#holders.delete(key);
  }

  #mayHoldMore({ held }: Holder): boolean {
    const { max } = this.options;
    return held < (max < LARGER ? max : max - LEFT_TO_OTHERS);
  }
}

const isBefore = (one: Holder, other: Holder) =>
  one.held < other.held || (one.held === other.held && one.lastTurn < other.lastTurn);
