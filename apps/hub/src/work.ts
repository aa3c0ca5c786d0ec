import { compareTexts } from '@taizhang/documents/rules';
import { parseNotice } from '@taizhang/integration/rules';
import type { WorkOrder } from '@taizhang/platform';

/** What threads of the hub know how to do: the pure functions that are named as heavy work. */
const WORK: Record<string, (...args: never[]) => unknown> = { compareTexts, parseNotice };

/** The program of a thread. */
export default function work({ name, args }: WorkOrder): unknown {
  return WORK[name]!(...(args as never[]));
}
