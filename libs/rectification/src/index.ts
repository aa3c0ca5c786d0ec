import './graphql/round.type.ts';
import './graphql/item.type.ts';
import './graphql/item-parts.type.ts';
import './graphql/measure.type.ts';
import './graphql/evidence.type.ts';
import './graphql/items.query.ts';
import './graphql/item.mutations.ts';
import './graphql/measure.mutations.ts';
import './graphql/evidence.mutations.ts';

export type { FileLinks } from './graphql/evidence.type.ts';

export { visibleItems, visibleRounds } from './visible-items.ts';
