import { createHash, randomBytes } from 'node:crypto';
import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
} from '@taizhang/platform';
import {
  drawLookBackInput,
  drawSample,
  ITEM_LIFE_CYCLE,
  RECTIFICATION_EVENTS,
  refuseRoundAction,
  refuseSampleSize,
  sampleSizeOf,
} from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';

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
        where: {
          roundId: round.id,
          status: { in: ITEM_LIFE_CYCLE.statusesThatAre('isCompleted') },
        },
        select: { id: true, code: true, closedById: true },
      });
      const codes = closed.map(({ code }) => code).sort();
      const size = sampleSizeOf(fields, codes.length);
      obey(refuseSampleSize(size, codes.length));
      const seed = randomBytes(16).toString('hex');
      await scope.create(RECTIFICATION_EVENTS.LOOK_BACK_DRAWN, {
        id,
        roundId: round.id,
        title: fields.title,
        seed,
        populationCodes: codes,
        sampleSize: size,
        drawnById: caller.personId,
        drawnAt: now,
      });
      const byCode = new Map(closed.map((item) => [item.code, item]));
      await scope.createMany(
        RECTIFICATION_EVENTS.LOOK_BACK_SAMPLED,
        drawSample(codes, size, seed, sha256).map((code, index) => ({
          reviewId: id,
          ordinal: index + 1,
          itemId: byCode.get(code)!.id,
          closedById: byCode.get(code)!.closedById,
        })),
      );
    },
  );
}
