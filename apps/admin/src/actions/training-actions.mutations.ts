import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

// One document an action, because each is its own mutation of the contract with its own input type.

export const holdTraining = graphql(
  `
    mutation HoldTraining($input: HoldTrainingInput!) {
      result: holdTraining(input: $input) {
        __typename
        ... on Training {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const verifyTraining = graphql(
  `
    mutation VerifyTraining($input: VerifyTrainingInput!) {
      result: verifyTraining(input: $input) {
        __typename
        ... on Training {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const postponeTraining = graphql(
  `
    mutation PostponeTraining($input: PostponeTrainingInput!) {
      result: postponeTraining(input: $input) {
        __typename
        ... on Training {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const rescheduleTraining = graphql(
  `
    mutation RescheduleTraining($input: RescheduleTrainingInput!) {
      result: rescheduleTraining(input: $input) {
        __typename
        ... on Training {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const cancelTraining = graphql(
  `
    mutation CancelTraining($input: CancelTrainingInput!) {
      result: cancelTraining(input: $input) {
        __typename
        ... on Training {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
