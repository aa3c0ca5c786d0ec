import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Caller } from '../caller.ts';
import type { Database } from '../database/open-database.ts';
import type { AnswerCache, KeptAnswer, Question } from './answer-cache.ts';
import { readPosition } from './read-position.ts';
import { newTrace, type AnswerTrace } from './trace-answer.ts';

/** A document with variables longer than this is seldom asked twice. */
const LONGEST_QUESTION = 16_000;

/** Who asks, and what came. */
export interface AskedQuestion {
  req: IncomingMessage;
  res: ServerResponse;
  caller: Caller | null;
  body: string;
}

interface Means {
  /** Null keeps nothing. */
  cache: AnswerCache | null;
  db: Database;
  today: () => string;
}

/** A request whose answer may be kept: the trace of its making, to be ended with `isWhole`. */
export interface TracedAnswer extends AnswerTrace {
  /** Whether the whole document was answered, by a query and without an error. */
  isWhole: boolean;
}

/**
 * Answers a request by what is kept, or has the answer kept that is about to be sent.
 *
 * @returns null when it is answered; else the trace to make the answer with, null inside where none will be kept.
 */
export async function answerFromKept(
  { cache, db, today }: Means,
  { req, res, caller, body }: AskedQuestion,
): Promise<{ trace: TracedAnswer | null } | null> {
  const isAskedAnew = req.headers['cache-control']?.includes('no-cache');
  if (!cache || !caller || isAskedAnew || body.length > LONGEST_QUESTION) return { trace: null };
  const accept = req.headers.accept ?? '';
  // Read before the answer is made: it then shows this position, or a later one that nobody asks for by this name.
  const question: Question = {
    body,
    accept,
    caller,
    today: today(),
    position: await readPosition(db),
  };
  const kept = cache.find(question);
  if (kept) {
    send(res, kept);
    return null;
  }
  const trace = { ...newTrace(), isWhole: false };
  whenSent(res, (answer) => {
    if (trace.isWhole && res.statusCode === 200) cache.keep(question, trace, answer);
  });
  return { trace };
}

function send(res: ServerResponse, { type, body }: KeptAnswer) {
  res.setHeader('content-type', type);
  res.setHeader('content-length', body.length);
  res.setHeader('cache-status', 'taizhang; hit');
  res.end(body);
}

/** Tells of an answer once its last byte is handed over; one that is broken off is not told. */
function whenSent(res: ServerResponse, told: (answer: KeptAnswer) => void) {
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const [write, end] = [res.write.bind(res), res.end.bind(res)];
  res.write = ((chunk: unknown, ...rest: []) => {
    collect(chunk);
    return write(chunk, ...rest);
  }) as typeof res.write;
  res.end = ((chunk: unknown, ...rest: []) => {
    collect(chunk);
    told({ type: String(res.getHeader('content-type') ?? ''), body: Buffer.concat(chunks) });
    return end(chunk, ...rest);
  }) as typeof res.end;
}
