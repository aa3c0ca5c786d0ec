import { Piscina } from 'piscina';
import { lateError } from '../errors/late-error.ts';
import { refuseRate } from '../errors/refuse-rate.ts';
import { currentDeadline } from '../database/deadline.ts';
import { ValidationError } from '../errors/domain-errors.ts';
import { bilingual } from '../rules/bilingual.ts';

/** What work in threads may use. */
export interface WorkLimits {
  /** The module that a thread runs: its default export takes a {@link WorkOrder}. */
  program: URL;
  /** What Node is told beside it. */
  execArgv?: string[];
  threads: number;
  /** As much work as waits; more is refused. */
  waiting: number;
  /** How long one piece of work may take, and how much memory. */
  withinMs: number;
  megabytes: number;
}

/** A piece of work, by the name under which the program knows it. */
export interface WorkOrder {
  name: string;
  args: unknown[];
}

/** Threads that do what would keep everybody else waiting. */
export interface WorkThreads {
  run: (order: WorkOrder) => Promise<unknown>;
  stop: () => Promise<void>;
}

/** How long a thread without work is kept. */
const IDLE_MS = 30_000;

/** Opens threads; none is started before there is work. */
export function openThreads(limits: WorkLimits): WorkThreads {
  const pool = new Piscina({
    filename: limits.program.href,
    ...(limits.execArgv && { execArgv: limits.execArgv }),
    minThreads: 0,
    maxThreads: limits.threads,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });
  // Counted here: the pool's own bound lets more through while its threads start.
  let under = 0;
  return {
    async run(order) {
      if (under >= limits.threads + limits.waiting) throw refuseRate(5);
      under += 1;
      const left = Math.min(limits.withinMs, currentDeadline()?.leftMs ?? limits.withinMs);
      try {
        // The thread is ended with the work: nothing of it goes on.
        return await pool.run(order, { signal: AbortSignal.timeout(Math.max(1, left)) });
      } catch (error) {
        throw explain(error);
      } finally {
        under -= 1;
      }
    },
    stop: () => pool.destroy(),
  };
}

function explain(error: unknown): unknown {
  const { name, code } = error as { name?: string; code?: string };
  if (name === 'AbortError') return lateError();
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new ValidationError([
      {
        path: ['text'],
        message: bilingual(
          '内容过于复杂，处理所需内存超出限制，请拆分后再试',
          'This takes more memory than is allowed: divide it and try again',
        ),
      },
    ]);
  return error;
}

let threads: WorkThreads | null = null;

/** From now on heavy work of this process is done in threads; null: within the process, as in tests and tools. */
export const useThreads = (opened: WorkThreads | null): void => void (threads = opened);

/** From how many characters on work is worth a thread: less is done before one has it. */
const HEAVY = 20_000;

/**
 * A pure function over texts that may be long, so that long ones keep nobody waiting: they are worked on in a thread with a limit
 * of time and memory.
 *
 * @param name the program of the threads knows the same function under it.
 */
export const heavyWork =
  <Args extends string[], Result>(name: string, run: (...args: Args) => Result) =>
  async (...args: Args): Promise<Result> => {
    const size = args.reduce((sum, text) => sum + text.length, 0);
    if (!threads || size < HEAVY) return run(...args);
    return (await threads.run({ name, args })) as Result;
  };
