import type { Database, ShownNumber } from '@taizhang/platform';

/** What the search has to tell in the metrics. */
export const searchNumbers = (db: Database): ShownNumber[] => [
  {
    name: 'search_queue',
    help: '等待编入检索的记录。Records that wait to be indexed for the search.',
    read: () => db.searchQueue.count(),
  },
  {
    name: 'search_set_aside',
    help: '未能编入检索的记录。Records that could not be indexed for the search.',
    read: () => db.searchSetAside.count(),
  },
];
