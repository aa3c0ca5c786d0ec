import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../caller.ts';
import type { AnswerTrace } from './trace-answer.ts';

/** What decides an answer that depends on nothing fleeting. */
export interface Question {
  /** The request's body as it came: document, variables, operation. */
  body: string;
  /** What form of answer is asked for. */
  accept: string;
  caller: Caller;
  /** In Shanghai, YYYY-MM-DD. */
  today: string;
  /** The position of the ledger, read before the answer is made. */
  position: string;
}

/** An answer as it was sent. */
export interface KeptAnswer {
  type: string;
  body: Buffer;
}

/** What an entry takes beside its answer: keys, and the list that orders it by use. */
const OVERHEAD_BYTES = 600;

/**
 * Keeps answers for whoever asks the same with the same rights while the ledger stands where it stood. An answer
 * that depends on who asks is kept for that caller alone. Bounded in bytes; what was used longest ago goes first.
 */
export class AnswerCache {
  hits = 0;
  misses = 0;
  readonly #answers: LRUCache<string, KeptAnswer & { position: string }>;

  constructor(mostBytes: number) {
    this.#answers = new LRUCache({
      maxSize: mostBytes,
      maxEntrySize: Math.floor(mostBytes / 8),
      sizeCalculation: ({ body }) => body.length + OVERHEAD_BYTES,
    });
  }

  find(question: Question): KeptAnswer | null {
    for (const key of keysOf(question)) {
      const kept = this.#answers.get(key);
      if (kept?.position === question.position) {
        this.hits += 1;
        return kept;
      }
    }
    this.misses += 1;
    return null;
  }

  get bytes(): number {
    return this.#answers.calculatedSize;
  }

  keep(question: Question, trace: AnswerTrace, answer: KeptAnswer): void {
    if (trace.isFleeting) return;
    const [shared, personal] = keysOf(question);
    this.#answers.set(trace.isPersonal ? personal : shared, {
      ...answer,
      position: question.position,
    });
  }
}

/** The keys of an answer for everyone with the caller's rights, and of one for the caller alone. */
function keysOf({ body, accept, caller, today }: Question): [string, string] {
  const question = createHash('sha256').update(accept).update('\n').update(body).digest('base64');
  const shared = `${today} ${rightsOf(caller)} ${question}`;
  return [shared, `${shared} ${personOf(caller)}`];
}

/** Rights in one text. Below its place a grant covers what the organization tree, which is ledger, says. */
function rightsOf({ organizationId, grants, client }: Caller): string {
  const held = grants.map((grant) => `${grant.role}@${grant.organizationId}`).sort();
  return JSON.stringify([organizationId, held, client ?? null]);
}

/** Who asks, in one text: everything that an answer may say of a caller besides the rights. */
const personOf = ({ key, name, personId, isDemo }: Caller): string =>
  JSON.stringify([key, name, personId, isDemo]);
