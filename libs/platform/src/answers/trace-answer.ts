import { UNTOLD } from '../database/generated/ledger-models.ts';
import type { RequestContext } from '../schema/context.ts';

/**
 * What an answer depends on beside its document, its variables, the ledger's position, the day and the caller's
 * rights. Noted while the answer is made, by what its resolvers reach for: nobody has to declare it.
 */
export interface AnswerTrace {
  /** Who asks, and not only with what rights. */
  isPersonal: boolean;
  /** The moment, the request itself, or rows that change without the ledger: good for this once only. */
  isFleeting: boolean;
}

export const newTrace = (): AnswerTrace => ({ isPersonal: false, isFleeting: false });

/** What of a caller are rights: equal ones read equal answers. */
const RIGHTS: readonly (string | symbol)[] = ['grants', 'organizationId', 'client'];

/** Of a context, what every answer may use: the day is part of what it is kept under. */
const SHARED: readonly string[] = ['db', 'caller', 'today', 'madeAt'];

/** The same context, with whatever is reached for noted in the trace. */
export function traceContext<Context extends RequestContext>(
  context: Context,
  trace: AnswerTrace,
): Context {
  const fleeting = () => void (trace.isFleeting = true);
  const noted = Object.entries(context)
    .filter(([name]) => !SHARED.includes(name))
    .map(([name, value]: [string, unknown]) => [name, watch(value, fleeting)] as const);
  return {
    ...context,
    ...Object.fromEntries(noted),
    db: traceDatabase(context.db, fleeting),
    caller: context.caller && traceCaller(context.caller, trace),
  };
}

function traceCaller<Caller extends object>(caller: Caller, trace: AnswerTrace): Caller {
  return new Proxy(caller, {
    get(target, name) {
      if (!RIGHTS.includes(name)) trace.isPersonal = true;
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** Reading rows that change without the ledger's position is noted, also where a relation leads to them. */
function traceDatabase<Client extends object>(db: Client, fleeting: () => void): Client {
  const delegates = new Map<string, unknown>();
  return new Proxy(db, {
    get(target, name) {
      const found = Reflect.get(target, name) as unknown;
      if (typeof name !== 'string') return found;
      // Statements by hand, and transactions: those of queries write to the log.
      if (name.startsWith('$') || UNTOLD_DELEGATES.has(name)) fleeting();
      if (typeof found === 'function') return found.bind(target) as unknown;
      if (typeof found !== 'object' || found === null || name.startsWith('_')) return found;
      const traced = delegates.get(name) ?? traceDelegate(found, fleeting);
      delegates.set(name, traced);
      return traced;
    },
  });
}

const traceDelegate = (delegate: object, fleeting: () => void) =>
  new Proxy(delegate, {
    get(target, name) {
      const found = Reflect.get(target, name) as unknown;
      if (typeof found !== 'function') return found;
      return (args: unknown, ...rest: unknown[]): unknown => {
        if (leadsToUntold(args)) fleeting();
        return found.call(target, args, ...rest) as unknown;
      };
    },
  });

/** Whether a query's arguments name a relation to such rows, to read or to judge by. */
function leadsToUntold(args: unknown): boolean {
  if (typeof args !== 'object' || args === null) return false;
  if (Array.isArray(args)) return args.some(leadsToUntold);
  return Object.entries(args).some(
    ([name, value]) => UNTOLD_RELATIONS.has(name) || leadsToUntold(value),
  );
}

const UNTOLD_DELEGATES: ReadonlySet<string> = new Set(
  UNTOLD.models.map((name) => name.charAt(0).toLowerCase() + name.slice(1)),
);
const UNTOLD_RELATIONS: ReadonlySet<string> = new Set(UNTOLD.relations);

/** The same function or object; being called or looked into is noted. Plain values cannot tell. */
function watch(value: unknown, noted: () => void): unknown {
  if (typeof value === 'function')
    return (...args: unknown[]) => {
      noted();
      return (value as (...args: unknown[]) => unknown)(...args);
    };
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, name) {
      noted();
      const found = Reflect.get(target, name) as unknown;
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
    set(target, name, changed) {
      noted();
      return Reflect.set(target, name, changed);
    },
  });
}
