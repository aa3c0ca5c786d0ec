import { nameActions } from '@taizhang/platform';
import './graphql/metrics.query.ts';
import './graphql/my-work.query.ts';
import './graphql/biweekly-report.type.ts';
import './graphql/biweekly-unit.type.ts';
import './graphql/biweekly-reports.query.ts';
import './graphql/compare-biweekly.query.ts';
import './graphql/biweekly.mutations.ts';
import { REPORTING_ACTION_WORDS } from './rules/index.ts';

nameActions(REPORTING_ACTION_WORDS);

export { openBiweeklyPeriods } from './jobs/open-periods.ts';
export { remindOfBiweeklyReports } from './jobs/remind-late-units.ts';
