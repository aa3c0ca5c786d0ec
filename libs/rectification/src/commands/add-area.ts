import {
  type ChangeInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { addAreaInput, refuseRoundAction } from '../rules/index.ts';
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
      const version = await saveVersioned(
        scope.tx.inspectionRound,
        round,
        input.expectedVersion,
        {},
      );
      const { _max } = await scope.tx.findingArea.aggregate({
        where: { roundId: round.id },
        _max: { ordinal: true },
      });
      const ordinal = (_max.ordinal ?? 0) + 1;
      await scope.tx.findingArea.create({ data: { id, roundId: round.id, ordinal, title } });
      await scope.record({
        type: 'AREA_ADDED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        after: { ordinal, title },
      });
    },
  );
}
