import { may } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';

/** The places that a training belongs to. */
export interface TrainingPlaces {
  /** The bureau whose training it is. */
  organizationId: string;
  responsibleUnitId: string | null;
}

/** Whether the caller may record a training there: in its bureau, or in the unit that held it. */
export const mayEditTraining = (caller: Caller, training: TrainingPlaces): boolean =>
  may(caller, 'training:edit', training.organizationId, training.responsibleUnitId);
