import { graphql } from '@taizhang/client';
import { documentRowFragment } from './document-row.fragment.ts';

export const documentsPageQuery = graphql(
  `
    query AdminDocumentsPage(
      $first: Int
      $after: String
      $filter: InstitutionalDocumentFilter
      $orderBy: InstitutionalDocumentOrder
    ) {
      institutionalDocuments(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...DocumentRow
          }
        }
      }
    }
  `,
  [documentRowFragment],
);
