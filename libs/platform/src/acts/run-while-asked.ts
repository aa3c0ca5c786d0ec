import { currentDeadline } from '../database/deadline.ts';
import type { RequestContext } from '../schema/context.ts';
import { ALONE_MS } from './begin-act.ts';
import { runAct } from './run-act.ts';

/** What a batch under way and the answer itself still need. */
const ANSWER_MS = 2_000;

/** Works on an act for as long as a request may take: what is small is finished when it answers. */
export const runWhileAsked = ({ db, now }: RequestContext, id: string): Promise<boolean> =>
  runAct(db, id, { now, signal: AbortSignal.timeout(Math.min(ALONE_MS, timeLeft())) });

const timeLeft = () => Math.max(0, (currentDeadline()?.leftMs ?? Infinity) - ANSWER_MS);
