import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const addRound = graphql(
  `
    mutation AddInspectionRound($input: AddInspectionRoundInput!) {
      result: addInspectionRound(input: $input) {
        __typename
        ... on InspectionRound {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
