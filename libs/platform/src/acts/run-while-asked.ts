import type { RequestContext } from '../schema/context.ts';
import { ALONE_MS } from './begin-act.ts';
import { runAct } from './run-act.ts';

/** Works on an act for as long as a request may take: what is small is finished when it answers. */
export const runWhileAsked = ({ db, now }: RequestContext, id: string): Promise<boolean> =>
  runAct(db, id, { now, signal: AbortSignal.timeout(ALONE_MS) });
