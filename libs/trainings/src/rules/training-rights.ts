import { may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from '@taizhang/platform/rules';
import { TRAINING_LIFE_CYCLE, type TrainingState } from './training-life-cycle.ts';

/** The places that a training belongs to. */
export interface TrainingPlaces {
  /** The bureau whose training it is. */
  organizationId: string;
  responsibleUnitId: string | null;
}

/** Whether the caller may record a training there: in its bureau, or in the unit that held it. */
export const mayEditTraining = (caller: Caller, training: TrainingPlaces): boolean =>
  may(caller, 'training:edit', training.organizationId, training.responsibleUnitId);

/**
 * Why the caller may not edit a training now; null when they may.
 *
 * @param unitId the unit that holds it from now on: whoever gives it to a unit has to have the right there.
 */
export function refuseEditTraining(
  training: Pick<TrainingState, 'status' | 'organizationId' | 'responsibleUnitId'>,
  caller: Caller,
  unitId: string | null = training.responsibleUnitId,
): Refusal | null {
  const after = { ...training, responsibleUnitId: unitId };
  if (![training, after].every((places) => mayEditTraining(caller, places)))
    return byPermission(NO_PERMISSION);
  return TRAINING_LIFE_CYCLE.is('isEditable', training.status)
    ? null
    : byRule(
        'training-not-closed',
        '已核实或已取消，不能再修改',
        'It is verified or cancelled: it stays as it is',
      );
}
