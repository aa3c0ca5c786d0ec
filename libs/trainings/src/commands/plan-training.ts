import { NO_PERMISSION } from '@taizhang/access/rules';
import {
  ForbiddenError,
  newKey,
  runCommand,
  toDay,
  type CommandInput,
  type RequestContext,
} from '@taizhang/platform';
import { loadServedItem } from '@taizhang/rectification/visibility';
import {
  mayEditTraining,
  planTrainingInput,
  TRAINING_EVENTS,
  TRAINING_LIFE_CYCLE,
} from '../rules/index.ts';
import { placesOf } from './training-places.ts';

/** Plans a training or meeting for a day. */
export function planTraining(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'planTraining',
      idempotencyKey: input.idempotencyKey,
      schema: planTrainingInput,
      input,
      subjectId: id,
    },
    async (scope, { kind, direction, topic, plannedOn, ...fields }) => {
      const item = fields.itemId
        ? await loadServedItem(scope, fields.itemId, fields.measureId)
        : null;
      const places = await placesOf(scope, fields, item);
      if (!mayEditTraining(scope.caller, places)) throw new ForbiddenError(NO_PERMISSION);
      await scope.create(TRAINING_EVENTS.TRAINING_PLANNED, {
        id,
        kind,
        direction,
        topic,
        ...TRAINING_LIFE_CYCLE.bornBy(TRAINING_EVENTS.TRAINING_PLANNED),
        ...places,
        itemId: item?.id ?? null,
        measureId: fields.measureId ?? null,
        plannedOn: toDay(plannedOn)!,
      });
    },
  );
}
