import {
  type ChangeInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  checkVersion,
} from '@taizhang/platform';
import { addAreaInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';
import { lockRound } from './lock-row.ts';

/** Adds an area behind the last of a round. */
export function addArea(context: RequestContext, input: ChangeInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addFindingArea',
      idempotencyKey: input.idempotencyKey,
      schema: addAreaInput,
      input,
      subjectId: id,
    },
    async (scope, { title }) => {
      await lockRound(scope.tx, input.id);
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('addFindingArea', round, scope.caller));
      checkVersion(round, input.expectedVersion);
      const { _max } = await scope.tx.findingArea.aggregate({
        where: { roundId: round.id },
        _max: { ordinal: true },
      });
      const ordinal = (_max.ordinal ?? 0) + 1;
      await scope.create(RECTIFICATION_EVENTS.AREA_ADDED, {
        id,
        roundId: round.id,
        ordinal,
        title,
      });
    },
  );
}
