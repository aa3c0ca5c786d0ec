import { bilingual } from '@taizhang/platform/rules';
import { countFigure } from './item-figures.ts';
import type { ItemStatus } from './item-life-cycle.ts';

/** A rate that shows what it was made of. */
export interface CompletionRate {
  numerator: number;
  denominator: number;
  /** Between 0 and 1; null when there is nothing to complete. */
  rate: number | null;
}

/** How the completion rate is defined, for whoever looks at the number. */
export const COMPLETION_RULE = bilingual(
  '整改完成率 = 已销号问题数 ÷（全部问题数 − 已撤回问题数）；长期整改单列，未销号即不计入完成',
  'Completion rate = closed items ÷ (all items − withdrawn items); long-term items are shown apart and count as not completed until closed',
);

/** Counts of items by status, whatever they were cut by. */
export type StatusCounts = Partial<Record<ItemStatus, number>>;

/** The completion rate of a cut: closed ÷ (all − withdrawn). */
export function completionRate(counts: StatusCounts): CompletionRate {
  const numerator = countFigure('closed', counts);
  const denominator = countFigure('counted', counts);
  return { numerator, denominator, rate: denominator ? numerator / denominator : null };
}
