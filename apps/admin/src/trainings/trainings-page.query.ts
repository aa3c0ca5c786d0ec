import { graphql } from '@taizhang/client';
import { trainingRowFragment } from './training-row.fragment.ts';

export const trainingsPageQuery = graphql(
  `
    query AdminTrainingsPage(
      $first: Int
      $after: String
      $filter: TrainingFilter
      $orderBy: TrainingOrder
    ) {
      trainings(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...TrainingRow
          }
        }
      }
    }
  `,
  [trainingRowFragment],
);
