import { nameActions } from '@taizhang/platform';
import './graphql/mechanism.type.ts';
import './graphql/occurrence.type.ts';
import './graphql/fact.type.ts';
import './graphql/mechanisms.query.ts';
import './graphql/preview.query.ts';
import './graphql/punctuality.query.ts';
import './graphql/mechanism.mutations.ts';
import { keepMechanisms } from './jobs/keep-mechanisms.ts';
import { redateOccurrences } from './jobs/redate-occurrences.ts';
import { MECHANISM_ACTION_WORDS } from './rules/index.ts';

nameActions(MECHANISM_ACTION_WORDS);

/** What hubs do of mechanisms beside requests. */
export const mechanismJobs = [keepMechanisms, redateOccurrences];
