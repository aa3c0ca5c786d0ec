import { NotFoundError, stepCommands, type CommandScope } from '@taizhang/platform';
import {
  ITEM_LIFE_CYCLE,
  isLookBackComplete,
  LOOK_BACK_LIFE_CYCLE,
  SAMPLE_LIFE_CYCLE,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { itemSteps } from './item-steps.ts';
import { SAMPLE_STATE, sampleState } from './load-follow-up.ts';
import { lockLookBack } from './lock-row.ts';

/** What looking back at a sample showed; a failure reopens the item, the last result ends the review. */
export const sampleSteps = stepCommands(SAMPLE_LIFE_CYCLE, {
  load: async ({ tx, caller }, id) => {
    const where = { id, item: visibleItems(caller) };
    const found = await tx.lookBackSample.findFirst({ where, select: { reviewId: true } });
    if (found) await lockLookBack(tx, found.reviewId);
    const sample = await tx.lookBackSample.findFirst({
      where,
      include: { review: SAMPLE_STATE.review },
    });
    if (!sample) throw new NotFoundError('LookBackSample');
    return { row: sample, state: sampleState(sample) };
  },
  after: {
    failLookBackSample: (scope, { row }, { reason }: { reason: string }) =>
      reopen(scope, row.itemId, reason),
  },
  finally: (scope, _action, { row }) => completeReview(scope, row.reviewId),
});

/** Reopens the item, unless somebody has done so since it was drawn. */
async function reopen(scope: CommandScope, itemId: string, reason: string) {
  const found = await itemSteps.load(scope, itemId, {});
  if (!ITEM_LIFE_CYCLE.steps.reopenRectificationItem.from.includes(found.state.status)) return;
  await itemSteps.take(scope, 'reopenRectificationItem', found, { reason });
}

/** The steps of a review as a whole: nobody takes them by hand. */
const reviewSteps = stepCommands(LOOK_BACK_LIFE_CYCLE, {
  load: async ({ tx }, id) => {
    const review = await tx.lookBackReview.findUniqueOrThrow({
      where: { id },
      include: { samples: { select: { result: true } } },
    });
    return { row: review, state: review, samples: review.samples };
  },
});

async function completeReview(scope: CommandScope, id: string) {
  const found = await reviewSteps.load(scope, id, {});
  if (isLookBackComplete(found.samples.map(({ result }) => result)))
    await reviewSteps.take(scope, 'completeLookBackReview', found);
}
