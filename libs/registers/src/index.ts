import { nameActions } from '@taizhang/platform';
import './graphql/register.type.ts';
import './graphql/entry.type.ts';
import './graphql/registers.query.ts';
import './graphql/figures.field.ts';
import './graphql/revision.query.ts';
import './graphql/register.mutations.ts';
import { REGISTER_ACTION_WORDS } from './rules/index.ts';

nameActions(REGISTER_ACTION_WORDS);
