import { checkNamedOrganizations, checkPlaces } from '@taizhang/access/visibility';
import {
  NotFoundError,
  obey,
  runCommand,
  toDay,
  ValidationError,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
  type Row,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { loadServedItem } from '@taizhang/rectification/visibility';
import type { z } from 'zod';
import {
  editTrainingInput,
  NAMES_THE_ITEM,
  refuseEditTraining,
  TRAINING_EVENTS,
} from '../rules/index.ts';
import { visibleTrainings } from '../visible-trainings.ts';

type Fields = z.output<typeof editTrainingInput>;

/** Puts right what is said of a training until it is verified; what is left out stays. */
export function editTraining(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editTraining',
      idempotencyKey: input.idempotencyKey,
      schema: editTrainingInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const training = await loadTraining(scope, input.id);
      const responsibleUnitId =
        fields.responsibleUnitId === undefined
          ? training.responsibleUnitId
          : fields.responsibleUnitId;
      obey(refuseEditTraining(training, scope.caller, responsibleUnitId));
      refusePlannedDay(training, fields);
      const served = await servedBy(scope, training, fields);
      const { organizationId } = training;
      await checkPlaces(scope, { organizationId, responsibleUnitId }, served.item, [
        fields.responsibleUnitId,
      ]);
      await checkNamedOrganizations(scope.tx, [responsibleUnitId], [training.responsibleUnitId]);
      await scope.change(
        TRAINING_EVENTS.TRAINING_EDITED,
        training,
        {
          topic: fields.topic ?? undefined,
          kind: fields.kind ?? undefined,
          direction: fields.direction ?? undefined,
          plannedOn: toDay(fields.plannedOn ?? undefined),
          responsibleUnitId,
          itemId: served.itemId,
          measureId: served.measureId,
          ...writtenBy(scope, training),
        },
        { expectedVersion: input.expectedVersion, reason: fields.reason },
      );
    },
  );
}

async function loadTraining({ tx, caller }: CommandScope, id: string) {
  const training = await tx.training.findFirst({ where: { id, AND: [visibleTrainings(caller)] } });
  if (!training) throw new NotFoundError('Training');
  return training;
}

/** Who changes what was recorded stands in for it: they do not verify it either. */
const writtenBy = ({ caller }: CommandScope, { status }: Row<'Training'>) =>
  status === 'RECORDED' && caller.personId ? { recordedById: caller.personId } : {};

/** The item and measure that it serves from now on. @throws ValidationError, NotFoundError */
async function servedBy(scope: CommandScope, training: Row<'Training'>, fields: Fields) {
  const itemId = fields.itemId === undefined ? training.itemId : fields.itemId;
  const kept = itemId === training.itemId ? training.measureId : null;
  const measureId = fields.measureId === undefined ? kept : fields.measureId;
  if (measureId && !itemId) throw new ValidationError([NAMES_THE_ITEM]);
  const isNew = itemId !== training.itemId || measureId !== training.measureId;
  const item = itemId && isNew ? await loadServedItem(scope, itemId, measureId) : null;
  return { itemId, measureId, item };
}

/** The day of what was held is that of its sessions, and one that was put off is rescheduled. */
function refusePlannedDay({ status }: Row<'Training'>, { plannedOn }: Fields) {
  if (!plannedOn || status === 'PLANNED') return;
  throw new ValidationError([
    {
      path: ['plannedOn'],
      message: bilingual(
        '只有计划中的培训可以改日期',
        'Only a planned training has its day changed',
      ),
    },
  ]);
}
