import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const approveMeasure = graphql(
  `
    mutation ApproveMeasure($input: ApproveMeasureInput!) {
      result: approveMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const startMeasure = graphql(
  `
    mutation StartMeasure($input: StartMeasureInput!) {
      result: startMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const submitMeasure = graphql(
  `
    mutation SubmitMeasure($input: SubmitMeasureInput!) {
      result: submitMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const acceptMeasure = graphql(
  `
    mutation AcceptMeasure($input: AcceptMeasureInput!) {
      result: acceptMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const returnMeasure = graphql(
  `
    mutation ReturnMeasure($input: ReturnMeasureInput!) {
      result: returnMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const cancelMeasure = graphql(
  `
    mutation CancelMeasure($input: CancelMeasureInput!) {
      result: cancelMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
