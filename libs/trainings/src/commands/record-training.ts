import { NO_PERMISSION } from '@taizhang/access/rules';
import {
  ForbiddenError,
  newKey,
  runCommand,
  type CommandInput,
  type RequestContext,
} from '@taizhang/platform';
import { loadServedItem } from '@taizhang/rectification/visibility';
import {
  firstDay,
  mayEditTraining,
  recordTrainingInput,
  TRAINING_EVENTS,
  TRAINING_LIFE_CYCLE,
} from '../rules/index.ts';
import { placesOf } from './training-places.ts';
import { addSessions } from './training-sessions.ts';

/** Records a training or meeting that took place, with its sessions and who was there. */
export function recordTraining(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'recordTraining',
      idempotencyKey: input.idempotencyKey,
      schema: recordTrainingInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const item = fields.itemId
        ? await loadServedItem(scope, fields.itemId, fields.measureId)
        : null;
      const places = await placesOf(scope, fields, item);
      if (!mayEditTraining(scope.caller, places)) throw new ForbiddenError(NO_PERMISSION);
      await scope.create(TRAINING_EVENTS.TRAINING_RECORDED, {
        id,
        kind: fields.kind,
        direction: fields.direction,
        topic: fields.topic,
        ...TRAINING_LIFE_CYCLE.bornBy(TRAINING_EVENTS.TRAINING_RECORDED),
        recordedById: scope.caller.personId,
        ...places,
        itemId: item?.id ?? null,
        measureId: fields.measureId ?? null,
        heldOn: firstDay(fields.sessions),
      });
      await addSessions(scope, id, fields.sessions);
    },
  );
}
