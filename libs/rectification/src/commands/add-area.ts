import {
  type ChangeInput,
  newKey,
  obey,
  type RequestContext,
  refuseSibling,
  runCommand,
  checkVersion,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { addAreaInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';
import { lockRound } from './lock-row.ts';

const SAME_AREA = bilingual(
  '本轮次已有同名方面，请把问题登记到该方面，或换一个名称',
  'The round has an area of this title: register items in it, or choose another title',
);

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
      const areas = await scope.tx.findingArea.findMany({
        where: { roundId: round.id },
        select: { ordinal: true, title: true },
      });
      const titles = areas.map((area) => area.title);
      refuseSibling(titles, title, 'title', SAME_AREA);
      const ordinal = Math.max(0, ...areas.map((area) => area.ordinal)) + 1;
      await scope.create(RECTIFICATION_EVENTS.AREA_ADDED, {
        id,
        roundId: round.id,
        ordinal,
        title,
      });
    },
  );
}
