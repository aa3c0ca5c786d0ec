import './graphql/search.query.ts';

export { indexPending } from './entries/index-pending.ts';
export { searchNumbers } from './entries/search-numbers.ts';
export { readSetAside, type SetAsideRecords } from './entries/set-aside.ts';
export { startIndexer, type Indexer } from './entries/start-indexer.ts';
export { readQuery } from './text/read-query.ts';
