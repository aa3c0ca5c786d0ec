import { createHash, randomBytes } from 'node:crypto';
import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import {
  drawLookBackInput,
  drawSample,
  isLookBackComplete,
  LOOK_BACK_STEPS,
  refuseRoundAction,
  refuseSampleSize,
  refuseSampleStep,
  SAMPLE_STEPS,
  sampleSizeOf,
  stepInput,
  stepWithReasonInput,
  type SampleAction,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { loadRound, SAMPLE_STATE } from './load-follow-up.ts';
import { loadItem } from './load-states.ts';
import { lockLookBack } from './lock-row.ts';
import { takeItemStep } from './step-item.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * Draws a random sample of a round's closed items. The seed is the hub's, never the caller's, so
 * that nobody chooses who is drawn; it is kept with the codes, so that anybody can draw again.
 */
export function drawLookBack(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'drawLookBackReview',
      idempotencyKey: input.idempotencyKey,
      schema: drawLookBackInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const { tx, caller, now } = scope;
      const round = await loadRound(scope, fields.roundId);
      obey(refuseRoundAction('drawLookBackReview', round, caller));
      const closed = await tx.rectificationItem.findMany({
        where: { roundId: round.id, status: 'CLOSED' },
        select: { id: true, code: true, closedById: true },
      });
      const codes = closed.map(({ code }) => code).sort();
      const size = sampleSizeOf(fields, codes.length);
      obey(refuseSampleSize(size, codes.length));
      const seed = randomBytes(16).toString('hex');
      await tx.lookBackReview.create({
        data: {
          id,
          roundId: round.id,
          title: fields.title,
          seed,
          populationCodes: codes,
          sampleSize: size,
          drawnById: caller.personId,
          drawnAt: now,
        },
      });
      await scope.record({
        type: 'LOOK_BACK_DRAWN',
        subjectType: 'LookBackReview',
        subjectId: id,
        subjectVersion: 1,
        organizationId: round.inspectedOrganizationId,
        after: { status: 'DRAWN', title: fields.title, seed, sampleSize: size, of: codes.length },
      });
      const byCode = new Map(closed.map((item) => [item.code, item]));
      const samples = drawSample(codes, size, seed, sha256).map((code, index) => ({
        id: newKey(),
        reviewId: id,
        ordinal: index + 1,
        itemId: byCode.get(code)!.id,
        closedById: byCode.get(code)!.closedById,
      }));
      await tx.lookBackSample.createMany({ data: samples });
      for (const sample of samples)
        await scope.record({
          type: 'LOOK_BACK_SAMPLED',
          subjectType: 'LookBackSample',
          subjectId: sample.id,
          subjectVersion: 1,
          itemId: sample.itemId,
          organizationId: round.inspectedOrganizationId,
          after: { status: 'PENDING', review: fields.title },
        });
    },
  );
}

/** Records what looking back at a sample showed; a failure reopens the item, the last result ends the review. */
export function stepSample(action: SampleAction) {
  const step = SAMPLE_STEPS[action];
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name: action,
        idempotencyKey: input.idempotencyKey,
        schema: 'needsReason' in step ? stepWithReasonInput : stepInput,
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const { tx, caller, now } = scope;
        const sample = await loadSample(scope, input.id);
        const { round } = sample.review;
        obey(refuseSampleStep(action, { ...sample, status: sample.result, round }, caller));
        const note = fields.reason ?? null;
        const version = await saveVersioned(tx.lookBackSample, sample, input.expectedVersion, {
          result: step.to,
          note,
          reviewedById: caller.personId,
          reviewedAt: now,
        });
        await scope.record({
          type: step.event,
          subjectType: 'LookBackSample',
          subjectId: sample.id,
          subjectVersion: version,
          itemId: sample.itemId,
          organizationId: round.inspectedOrganizationId,
          reason: note,
          before: { status: sample.result },
          after: { status: step.to },
        });
        if (step.to === 'FAILED') await reopen(scope, sample.itemId, note);
        await completeReview(scope, sample.reviewId, round.inspectedOrganizationId);
      },
    );
}

async function loadSample({ tx, caller }: CommandScope, id: string) {
  const where = { id, item: visibleItems(caller) };
  const found = await tx.lookBackSample.findFirst({ where, select: { reviewId: true } });
  if (found) await lockLookBack(tx, found.reviewId);
  const sample = await tx.lookBackSample.findFirst({
    where,
    include: { review: SAMPLE_STATE.review },
  });
  if (!sample) throw new NotFoundError('LookBackSample');
  return sample;
}

/** Reopens the item, unless somebody has done so since it was drawn. */
async function reopen(scope: CommandScope, itemId: string, reason: string | null) {
  const item = await loadItem(scope, itemId);
  if (item.status !== 'CLOSED') return;
  await takeItemStep(scope, 'reopenRectificationItem', item, item.version, { reason });
}

async function completeReview(scope: CommandScope, id: string, organizationId: string) {
  const { tx, now } = scope;
  const review = await tx.lookBackReview.findUniqueOrThrow({
    where: { id },
    include: { samples: { select: { result: true } } },
  });
  const step = LOOK_BACK_STEPS.completeLookBackReview;
  if (!isLookBackComplete(review.samples.map(({ result }) => result))) return;
  const version = await saveVersioned(tx.lookBackReview, review, review.version, {
    status: step.to,
    completedAt: now,
  });
  await scope.record({
    type: step.event,
    subjectType: 'LookBackReview',
    subjectId: id,
    subjectVersion: version,
    organizationId,
    before: { status: review.status },
    after: {
      status: step.to,
      passed: review.samples.filter(({ result }) => result === 'PASSED').length,
      failed: review.samples.filter(({ result }) => result === 'FAILED').length,
    },
  });
}
