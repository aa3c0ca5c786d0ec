import { nameActions } from '@taizhang/platform';
import './graphql/round.type.ts';
import './graphql/rounds.query.ts';
import './graphql/plan-checks.field.ts';
import './graphql/item.type.ts';
import './graphql/item-parts.type.ts';
import './graphql/measure.type.ts';
import './graphql/evidence.type.ts';
import './graphql/items.query.ts';
import './graphql/item.mutations.ts';
import './graphql/measure.mutations.ts';
import './graphql/evidence.query.ts';
import './graphql/upload-limits.query.ts';
import './graphql/measures.query.ts';
import './graphql/evidence.mutations.ts';
import './graphql/follow-up.type.ts';
import './graphql/follow-up.mutations.ts';
import './graphql/plan.type.ts';
import './graphql/round.mutations.ts';
import './graphql/look-back.type.ts';
import './graphql/look-back.mutations.ts';
import './graphql/step.mutations.ts';
import './graphql/public-notice.type.ts';
import './graphql/public-notice.mutations.ts';
import './graphql/assessment.type.ts';
import './graphql/assessment.mutations.ts';
import { RECTIFICATION_ACTION_WORDS } from './rules/index.ts';

nameActions(RECTIFICATION_ACTION_WORDS);

export type { FileLinks } from './graphql/evidence.type.ts';

export { visibleItems, visibleRounds } from './visible-items.ts';
