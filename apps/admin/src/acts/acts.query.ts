import { graphql, type ResultOf } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const actsQuery = graphql(`
  query AdminActs {
    acts(first: 10) {
      nodes {
        id
        kind
        status
        error
        startedAt
        startedByName
        resultUrl
        progress {
          done
          total
        }
        result {
          created
          changed
          removed
          leftCount
        }
        allowedActions {
          action
          allowed
        }
      }
    }
  }
`);

export type ActRow = NonNullable<ResultOf<typeof actsQuery>['acts']>['nodes'][number];

export const cancelActMutation = graphql(
  `
    mutation CancelAct($input: CancelActInput!) {
      result: cancelAct(input: $input) {
        __typename
        ... on Act {
          id
          status
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const undoActMutation = graphql(
  `
    mutation UndoAct($input: UndoActInput!) {
      result: undoAct(input: $input) {
        __typename
        ... on Act {
          id
          status
          resultUrl
          result {
            leftCount
            left {
              recordId
              label
              reason
            }
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export type UndoneAct = Extract<ResultOf<typeof undoActMutation>['result'], { __typename: 'Act' }>;
