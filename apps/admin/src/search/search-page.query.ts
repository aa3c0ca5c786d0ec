import { graphql } from '@taizhang/client';

export const searchPageQuery = graphql(`
  query AdminSearchPage($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
    search(text: $text, kinds: $kinds, first: $first, after: $after) {
      foundCount
      isComplete
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          kind
          title
          highlights {
            field
            text
            ranges {
              start
              end
            }
          }
          record {
            __typename
            ... on RectificationItem {
              id
              code
              itemStatus: status
            }
            ... on CorrectiveMeasure {
              id
              measureStatus: status
              item {
                id
                code
              }
            }
            ... on InstitutionalDocument {
              id
              documentStatus: status
            }
            ... on Training {
              id
              trainingStatus: status
              heldOn
            }
          }
        }
      }
    }
  }
`);
