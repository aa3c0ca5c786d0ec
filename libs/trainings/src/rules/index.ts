export { TRAINING_EVENTS } from './events.ts';
export {
  editTrainingInput,
  holdTrainingInput,
  NAMES_THE_ITEM,
  planTrainingInput,
  recordTrainingInput,
  recordTrainingSessionsInput,
  rescheduleTrainingInput,
  stepTrainingInput,
  stepTrainingWithReasonInput,
  TRAINING_DIRECTIONS,
  TRAINING_KINDS,
  trainingSessionInput,
} from './inputs.ts';
export {
  refuseTrainingStep,
  TRAINING_STATUSES,
  TRAINING_STEP_NAMES,
  TRAINING_STEPS,
  type TrainingState,
  type TrainingStatus,
  type TrainingStepName,
} from './training-life-cycle.ts';
export { mayEditTraining, refuseEditTraining, type TrainingPlaces } from './training-rights.ts';
