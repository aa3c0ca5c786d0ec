export { hashSources } from './hash-sources.ts';
export { TEST_CACHE } from './keep-dump.ts';
export { prepareMigrated } from './prepare-databases.ts';
export { prepareStart } from './prepare-start.ts';
