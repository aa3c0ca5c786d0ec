import { TERMS, type Term } from '@taizhang/client/terms';
import { ITEM_LIFE_CYCLE } from '@taizhang/rectification/rules';
import type { IsoDate, ReviewItem } from '../review/annual-review.type.ts';
import { itemOutcome } from '../review/item-outcome.ts';
import { chineseDate } from './chinese-numerals.ts';

/** The item's state on the day of the review, with the date that belongs to it. */
export function statusWords(item: ReviewItem, asOf: IsoDate): Term {
  const outcome = itemOutcome(item, asOf);
  if (ITEM_LIFE_CYCLE.is('isCompleted', item.status) && outcome === 'OPEN') {
    return {
      zh: `整改中（${chineseDate(item.closedOn ?? asOf)}销号）`,
      en: 'In progress at year end',
    };
  }
  const { zh, en } = TERMS.ItemStatus[item.status];
  if (outcome === 'CLOSED' && item.closedOn)
    return { zh: `${zh}（${chineseDate(item.closedOn)}）`, en };
  if (outcome === 'LONG_TERM' && item.reviewOn) {
    return { zh: `${zh}（${chineseDate(item.reviewOn)}复核）`, en };
  }
  return { zh, en };
}
