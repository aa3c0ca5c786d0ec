import './graphql/training.type.ts';
import './graphql/trainings.query.ts';
import './graphql/training.mutations.ts';

export { visibleTrainings } from './visible-trainings.ts';
