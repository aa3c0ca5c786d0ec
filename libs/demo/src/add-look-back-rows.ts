import { createHash } from 'node:crypto';
import { drawSample, RECTIFICATION_EVENTS as EVENTS } from '@taizhang/rectification/rules';
import type { Day, DemoItem, DemoLookBack, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { momentIn, type DemoPast, type Step } from './demo-past.ts';
import type { PersonKey } from './organizations-and-people.ts';
import { placeItems, type PlacedItem } from './place-items.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Adds a look-back review whose samples passed on one day, and were drawn as the hub draws them. */
export function addLookBackRows(past: DemoPast, round: DemoRound, review: DemoLookBack): void {
  const { title, seed, sampleSize, drawnOn, passedOn } = review;
  const id = demoId('look-back', `${round.code}/${drawnOn}`);
  const closed = placeItems(round).filter(({ item }) => closerOn(item, drawnOn));
  const populationCodes = closed.map(({ code }) => code).sort();
  past.make(
    EVENTS.LOOK_BACK_DRAWN,
    {
      id,
      roundId: demoId('round', round.code),
      title,
      seed,
      populationCodes,
      sampleSize,
      drawnById: demoId('person', review.drawnBy),
      provenance: 'DEMO',
    },
    { on: drawnOn, by: review.drawnBy },
  );
  const completed: Step = { on: passedOn, by: review.reviewedBy };
  const completedAt = momentIn(EVENTS.LOOK_BACK_COMPLETED, completed);
  past.change(EVENTS.LOOK_BACK_COMPLETED, id, { status: 'COMPLETED', completedAt }, completed);
  drawSample(populationCodes, sampleSize, seed, sha256).forEach((drawn, index) => {
    const sampled = closed.find(({ code }) => code === drawn);
    if (sampled) addSample(past, review, { reviewId: id, ordinal: index + 1, sampled });
  });
}

interface DrawnSample {
  reviewId: string;
  ordinal: number;
  sampled: PlacedItem;
}

function addSample(
  past: DemoPast,
  review: DemoLookBack,
  { reviewId, ordinal, sampled: { code, id: itemId, item } }: DrawnSample,
): void {
  const id = demoId('look-back-sample', `${code}/${review.drawnOn}`);
  const closer = closerOn(item, review.drawnOn);
  past.make(
    EVENTS.LOOK_BACK_SAMPLED,
    { id, reviewId, ordinal, itemId, closedById: closer && demoId('person', closer) },
    {
      on: review.drawnOn,
      by: review.drawnBy,
      minutes: ordinal,
      with: EVENTS.LOOK_BACK_DRAWN,
    },
  );
  const passed: Step = {
    on: review.passedOn,
    by: review.reviewedBy,
    minutes: ordinal,
    reason: review.note,
  };
  past.change(
    EVENTS.LOOK_BACK_SAMPLE_PASSED,
    id,
    {
      result: 'PASSED',
      note: review.note,
      reviewedById: demoId('person', review.reviewedBy),
      reviewedAt: momentIn(EVENTS.LOOK_BACK_SAMPLE_PASSED, passed),
    },
    passed,
  );
}

/** Who had closed the item, if it was closed on the day. */
function closerOn({ history }: DemoItem, day: Day): PersonKey | null {
  const [, type, actor] = history.filter(([on]) => on < day).at(-1) ?? [];
  return type === 'ITEM_CLOSED' && actor ? actor : null;
}
