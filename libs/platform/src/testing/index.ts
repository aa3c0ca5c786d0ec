export type { DatabaseStart } from './database-start.type.ts';
export { describeOnEachDatabase } from './describe-on-each-database.ts';
export { openTestDatabase, type TestDatabase } from './open-test-database.ts';
export { openServerCopy } from './server-databases.ts';
export { findFoldDifferences } from './find-fold-differences.ts';
export { FOLDED_MODELS, type FoldDifference } from '../audit/check-rows.ts';
