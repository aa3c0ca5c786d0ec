import { createHash } from 'node:crypto';
import { getOperationAST, GraphQLError, OperationTypeNode, type ExecutionArgs } from 'graphql';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { currentDeadline } from '../database/deadline.ts';
import type { RequestContext } from '../schema/context.ts';
import { tableOf } from '../schema/list/model.ts';
import { compiledOperation } from './compiled-operations.ts';
import { Request } from './request.ts';
import { Unsupported } from './unsupported.ts';

/** What a reader needs of a pool. */
type Pool = Pick<pg.Pool, 'query'>;

/** An answer, or why the resolvers have to give it. */
export type ReadAnswer = { data: object } | { because: string };

/** So many statements are prepared on each connection: whatever is asked, what they take has a bound. */
const MOST_PREPARED = 300;
/** Of so many texts it is known that they came before. */
const MOST_KNOWN = 1_000;

/** Reads operations of queries by one statement each, as far as they compile. */
export class OperationReader {
  /** Answered by one statement. */
  compiled = 0;
  /** Left to the resolvers. */
  resolved = 0;
  readonly #pool: Pool;
  readonly #onError: (error: unknown) => void;
  readonly #names = new Map<string, string>();
  readonly #known = new LRUCache<string, true>({ max: MOST_KNOWN });

  /** @param onError hears of what went wrong unexpectedly; the resolvers answer then, too. */
  constructor(pool: Pool, onError: (error: unknown) => void) {
    this.#pool = pool;
    this.#onError = onError;
  }

  /** Reads an operation; null for what is none of a reader's: mutations, and what is not there. */
  async read(args: ExecutionArgs): Promise<ReadAnswer | null> {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return null;
    try {
      const context = args.contextValue as RequestContext;
      if (!context.caller) throw new Unsupported('nobody');
      const { statement, data, giveUp } = compiledOperation(args, operation);
      const request = new Request(context, args.variableValues ?? {});
      const text = statement.text(request);
      // As a resolver would: whoever traces what an answer depends on has to see it.
      for (const model of [...statement.models, ...request.models]) tableOf(context.db, model);
      const { rows } = await this.#pool.query<unknown[], unknown[]>({
        ...this.#named(text),
        text,
        values: request.values,
        rowMode: 'array',
      });
      // Others read by the same compiled operation: until it is released nobody may have to wait.
      try {
        statement.take(rows[0]!, request);
        const answer = { data: data() };
        this.compiled += 1;
        return answer;
      } catch (error) {
        if (error instanceof Unsupported) giveUp(error);
        throw error;
      } finally {
        statement.release();
      }
    } catch (error) {
      this.resolved += 1;
      const isExpected = error instanceof Unsupported || error instanceof GraphQLError;
      if (!isExpected && !currentDeadline()?.isOver) this.#onError(error);
      return { because: error instanceof Unsupported ? error.message : 'an error' };
    }
  }

  /** A text that comes again is prepared: the database then plans it once a connection. */
  #named(text: string): { name?: string } {
    const name = this.#names.get(text);
    if (name) return { name };
    if (!this.#known.has(text)) this.#known.set(text, true);
    else if (this.#names.size < MOST_PREPARED)
      this.#names.set(text, createHash('sha1').update(text).digest('base64url'));
    return {};
  }
}
