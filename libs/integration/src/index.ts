import { nameActions } from '@taizhang/platform';
import './graphql/import-notice.mutation.ts';
import { INTEGRATION_ACTION_WORDS } from './rules/index.ts';

nameActions(INTEGRATION_ACTION_WORDS);
