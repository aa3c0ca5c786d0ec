import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const acceptEvidence = graphql(
  `
    mutation AcceptEvidence($input: AcceptEvidenceInput!) {
      result: acceptEvidence(input: $input) {
        __typename
        ... on Evidence {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const rejectEvidence = graphql(
  `
    mutation RejectEvidence($input: RejectEvidenceInput!) {
      result: rejectEvidence(input: $input) {
        __typename
        ... on Evidence {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
