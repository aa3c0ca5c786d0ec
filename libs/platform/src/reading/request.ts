import { Unsupported } from './unsupported.ts';
import type { RequestContext } from '../schema/context.ts';

/** The key of the row that others belong to: only the statement knows it. */
export class KnownInSql {
  readonly sql: string;
  constructor(sql: string) {
    this.sql = sql;
  }

  /** Whoever makes a text of it would ask for something else. */
  [Symbol.toPrimitive](): never {
    throw new Unsupported('a key as a text');
  }
}

/** One time that an operation is read: who asks, with which variables, and the values that its statement gets. */
export class Request {
  /** For conditions and resolvers: without a database. */
  readonly context: RequestContext;
  readonly variables: Record<string, unknown>;
  readonly values: unknown[] = [];
  /** Of which models rows are looked at by conditions. */
  readonly models = new Set<string>();
  #aliases = 0;

  constructor(context: RequestContext, variables: Record<string, unknown>) {
    let today: string | null = null;
    this.context = {
      ...context,
      db: NO_DATABASE,
      // Asked for by every row: within one answer it is one day.
      today: () => (today ??= context.today()),
    };
    this.variables = variables;
  }

  /** For what is the same for everybody. */
  static ofNobody(): Request {
    return new Request({} as RequestContext, {});
  }

  alias(): string {
    return `x${this.#aliases++}`;
  }

  touch(model: string): void {
    this.models.add(model);
  }

  /** A value in the text: never itself, always its number. */
  bind(value: unknown): string {
    if (value instanceof KnownInSql) return value.sql;
    const sent = Array.isArray(value) ? value.map(asSent) : asSent(value);
    return `$${this.values.push(sent)}`;
  }
}

const asSent = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? value.toString() : value;
};

/** Whoever asks for more than a row has, while an operation is compiled or read, lets the resolvers answer. */
const NO_DATABASE = new Proxy(
  {},
  {
    get() {
      throw new Unsupported('a database');
    },
  },
) as RequestContext['db'];
