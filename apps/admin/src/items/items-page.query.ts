import { graphql } from '@taizhang/client';
import { ledgerRowFragment } from './ledger-row.fragment.ts';

export const itemsPageQuery = graphql(
  `
    query AdminItemsPage(
      $first: Int
      $after: String
      $filter: RectificationItemFilter
      $orderBy: RectificationItemOrder
    ) {
      rectificationItems(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...LedgerRow
          }
        }
      }
    }
  `,
  [ledgerRowFragment],
);

export const ledgerChoicesQuery = graphql(`
  query AdminLedgerChoices {
    inspectionRounds(first: 50) {
      edges {
        node {
          id
          title
          areas {
            id
            ordinal
            title
          }
        }
      }
    }
  }
`);
