export { TRAINING_ACTION_WORDS } from './action-words.ts';
export { TRAINING_EVENTS } from './events.ts';
export {
  editTrainingInput,
  NAMES_THE_ITEM,
  planTrainingInput,
  recordTrainingInput,
  firstDay,
  TRAINING_DIRECTIONS,
  TRAINING_KINDS,
  trainingSessionInput,
  trainingSessions,
} from './inputs.ts';
export {
  TRAINING_LIFE_CYCLE,
  type TrainingState,
  type TrainingStatus,
  type TrainingStepName,
} from './training-life-cycle.ts';
export { mayEditTraining, refuseEditTraining, type TrainingPlaces } from './training-rights.ts';
