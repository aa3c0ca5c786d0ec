export {
  recordTrainingInput,
  TRAINING_DIRECTIONS,
  TRAINING_KINDS,
  trainingSessionInput,
} from './inputs.ts';
export { mayEditTraining, type TrainingPlaces } from './training-rights.ts';
