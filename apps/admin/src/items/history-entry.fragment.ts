import { graphql } from '@taizhang/client';

/** What a record's history shows of each event. */
export const historyEntryFragment = graphql(`
  fragment HistoryEntry on Event @_unmask {
    id
    occurredAt
    words
    actorName
    reason
    before
    after
  }
`);
