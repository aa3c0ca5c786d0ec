import { graphql } from '@taizhang/client';

export const itemHistoryFragment = graphql(`
  fragment ItemHistory on RectificationItem {
    history(first: 50) {
      totalCount
      edges {
        node {
          id
          occurredAt
          words
          actorName
          reason
          before
          after
        }
      }
    }
  }
`);
