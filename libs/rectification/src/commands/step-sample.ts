import {
  type ChangeInput,
  type CommandScope,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import {
  isLookBackComplete,
  LOOK_BACK_STEPS,
  refuseSampleStep,
  SAMPLE_STEPS,
  stepInput,
  stepWithReasonInput,
  type SampleAction,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { SAMPLE_STATE } from './load-follow-up.ts';
import { loadItem } from './load-states.ts';
import { lockLookBack } from './lock-row.ts';
import { takeItemStep } from './step-item.ts';

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
