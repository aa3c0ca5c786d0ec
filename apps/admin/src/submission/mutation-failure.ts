import { graphql, type ResultOf } from '@taizhang/client';

/** Every expected refusal of a mutation: each mutation of this app spreads it over its result union. */
export const mutationFailureFragment = graphql(`
  fragment MutationFailure on Error @_unmask {
    __typename
    code
    message
    ... on ConflictError {
      currentVersion
      fields {
        field
        yours
        current
      }
    }
    ... on ValidationError {
      fieldErrors {
        path
        message
      }
    }
  }
`);

export type MutationFailure = ResultOf<typeof mutationFailureFragment>;

/** Refused by the hub with reasons, or not answered at all. */
export type SubmissionFailure =
  { kind: 'refused'; error: MutationFailure } | { kind: 'unanswered' };
