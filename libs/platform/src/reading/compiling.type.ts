import type { RequestContext } from '../schema/context.ts';
import type { Selecting } from './collect-fields.ts';
import type { Statement } from './statement.ts';

/** Everything that compiling one operation needs. */
export interface Compiling extends Selecting {
  statement: Statement;
  /** For what is selected by who asks; whoever looks into it is compiled for this once. */
  context: RequestContext;
}
