import { graphql } from '@taizhang/client';
import { mechanismRowFragment } from './mechanism-row.fragment.ts';

export const mechanismsPageQuery = graphql(
  `
    query AdminMechanismsPage(
      $first: Int
      $after: String
      $filter: StandingMechanismFilter
      $orderBy: StandingMechanismOrder
    ) {
      standingMechanisms(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...MechanismRow
          }
        }
      }
    }
  `,
  [mechanismRowFragment],
);
