import { nameActions } from '@taizhang/platform';
import './graphql/training.type.ts';
import './graphql/trainings.query.ts';
import './graphql/training.mutations.ts';
import { TRAINING_ACTION_WORDS } from './rules/index.ts';

nameActions(TRAINING_ACTION_WORDS);

export { visibleTrainings } from './visible-trainings.ts';
