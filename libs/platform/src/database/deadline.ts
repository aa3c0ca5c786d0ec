import { AsyncLocalStorage } from 'node:async_hooks';
import { lateError } from '../errors/late-error.ts';

/** The time that one piece of work has, a request or a job. What it asks of the database ends with it. */
export class Deadline {
  readonly ms: number;
  /** For whom it is done: what one caller asks for by many requests is shared out like what one request asks for. */
  holder: unknown = this;
  readonly #began = performance.now();
  readonly #timer: NodeJS.Timeout;
  readonly #calls = new Set<(late: Error) => void>();
  #late: Error | null = null;

  constructor(ms: number) {
    this.ms = ms;
    this.#timer = setTimeout(() => this.#stop(), ms).unref();
  }

  #stop(): void {
    const late = (this.#late = lateError());
    for (const call of this.#calls) call(late);
  }

  get leftMs(): number {
    return Math.max(0, Math.floor(this.#began + this.ms - performance.now()));
  }

  get isOver(): boolean {
    return this.#late !== null;
  }

  /** @throws GraphQLError TIMEOUT when it is over. */
  check(): void {
    if (this.#late) throw this.#late;
  }

  /** Calls when it is over, unless told before to forget it. */
  whenOver(call: (late: Error) => void): { forget: () => void } {
    this.#calls.add(call);
    return { forget: () => this.#calls.delete(call) };
  }

  /** The work has ended. */
  end(): void {
    clearTimeout(this.#timer);
  }
}

const current = new AsyncLocalStorage<Deadline>();

/** Does something within so much time. What it calls need not be told: the pool of connections finds the deadline by itself. */
export async function withinDeadline<Result>(
  ms: number,
  work: (deadline: Deadline) => Promise<Result>,
): Promise<Result> {
  const deadline = new Deadline(ms);
  try {
    return await current.run(deadline, work, deadline);
  } finally {
    deadline.end();
  }
}

/** Waits for what others are doing, as long as there is time. @throws GraphQLError TIMEOUT */
export async function awaitInTime<Result>(others: Promise<Result>): Promise<Result> {
  const deadline = current.getStore();
  if (!deadline) return others;
  deadline.check();
  return new Promise((resolve, reject) => {
    const over = deadline.whenOver(reject);
    void others.then(resolve, reject).finally(over.forget);
  });
}

/** The deadline of what is being done; null where there is none. */
export const currentDeadline = (): Deadline | null => current.getStore() ?? null;
