import { graphql } from '@taizhang/client';
import { historyEntryFragment } from './history-entry.fragment.ts';

export const itemHistoryFragment = graphql(
  `
    fragment ItemHistory on RectificationItem {
      history(first: 50) {
        totalCount
        edges {
          node {
            ...HistoryEntry
          }
        }
      }
    }
  `,
  [historyEntryFragment],
);
