import { toDay } from '@taizhang/platform';
import type { z } from 'zod';
import type { editItemInput } from '../rules/index.ts';

/**
 * What an input says of an item's own row, by its columns: what is unsaid stays out, a list given is the whole
 * list. Manifestations are rows of their own.
 */
export function itemColumns({
  title: _required,
  manifestations: _ownRows,
  supportingUnitIds,
  dueOn,
  amountInvolvedFen: fen,
  ...plain
}: z.output<typeof editItemInput>) {
  return {
    ...plain,
    dueOn: toDay(dueOn),
    amountInvolvedFen: typeof fen === 'number' ? BigInt(fen) : fen,
    supportingUnits: supportingUnitIds ? [...new Set(supportingUnitIds)] : undefined,
  };
}
