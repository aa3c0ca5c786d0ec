import { pino, type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from './request-id.ts';

/** So many lines that say the same are written in a minute; the rest are counted. */
const REPEATS = 5;
const MINUTE_MS = 60_000;
/** As many kinds of lines as are told apart at a time. */
const MOST_KINDS = 1_000;
const LONGEST_MESSAGE = 500;

/**
 * The hub's log: one JSON object a line, with the request that it belongs to. Errors say what failed and where, and nothing of what was
 * worked on: values in their messages are left out. What repeats is written five times a minute, then counted.
 */
export function createLog(destination: DestinationStream, now: () => number = Date.now): Logger {
  const repeats = new Repeats(now);
  return pino(
    {
      level: 'warn',
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => {
        const requestId = currentRequestId();
        return requestId ? { requestId } : {};
      },
      serializers: { err: describeError },
      hooks: {
        logMethod(args, method) {
          const [about, message] = args as unknown as [unknown, unknown];
          const left = repeats.count(kindOf(about, message));
          if (left === null) return;
          const more = left > 0 && typeof about === 'object' ? { ...about, repeated: left } : about;
          method.apply(this, [more, message] as never);
        },
      },
    },
    destination,
  );
}

const kindOf = (about: unknown, message: unknown): string => {
  const { err } = (typeof about === 'object' && about !== null ? about : {}) as { err?: Error };
  const frame = err?.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? '';
  return [String(message ?? about), err?.name ?? '', frame.trim()].join('|');
};

/** Counts lines of one kind, by the minute. */
class Repeats {
  readonly #kinds = new Map<string, { since: number; written: number; left: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** @returns how many were left out since the last one written; null where this one is to be left out */
  count(kind: string): number | null {
    const now = this.#now();
    const known = this.#kinds.get(kind);
    if (!known || now - known.since >= MINUTE_MS) {
      if (this.#kinds.size >= MOST_KINDS) this.#kinds.clear();
      this.#kinds.set(kind, { since: now, written: 1, left: 0 });
      return known?.left ?? 0;
    }
    if (known.written < REPEATS) {
      known.written += 1;
      return 0;
    }
    known.left += 1;
    return null;
  }
}

interface Described {
  type: string;
  code?: string;
  message: string;
  at: string[];
  cause?: Described;
}

/** An error without what it was about: databases quote the values that they did not like. */
export function describeError(error: unknown, depth = 0): Described {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: [] };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: withoutValues(error.message),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
    ...(cause instanceof Error && depth < 2 && { cause: describeError(cause, depth + 1) }),
  };
}

const withoutValues = (message: string): string =>
  message
    .replaceAll(/=\([^)]*\)/g, '=(…)')
    .replaceAll(/'[^']*'/g, "'…'")
    .replaceAll(/"[^"\n]*[^\w".\n][^"\n]*"/g, '"…"')
    .replaceAll(/[^\s@]+@[^\s@]+/g, '…@…')
    .replaceAll(/(\w+:\/\/)[^\s]*/g, '$1…')
    .slice(0, LONGEST_MESSAGE);
