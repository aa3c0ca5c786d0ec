import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const addNotice = graphql(
  `
    mutation AddPublicNotice($input: AddPublicNoticeInput!) {
      result: addPublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const editNotice = graphql(
  `
    mutation EditPublicNotice($input: EditPublicNoticeInput!) {
      result: editPublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const omitItem = graphql(
  `
    mutation OmitFromPublicNotice($input: OmitFromPublicNoticeInput!) {
      result: omitFromPublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const readmitItem = graphql(
  `
    mutation ReadmitToPublicNotice($input: ReadmitToPublicNoticeInput!) {
      result: readmitToPublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const proposeNotice = graphql(
  `
    mutation ProposePublicNotice($input: ProposePublicNoticeInput!) {
      result: proposePublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const returnNotice = graphql(
  `
    mutation ReturnPublicNotice($input: ReturnPublicNoticeInput!) {
      result: returnPublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const releaseNotice = graphql(
  `
    mutation ReleasePublicNotice($input: ReleasePublicNoticeInput!) {
      result: releasePublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const withdrawNotice = graphql(
  `
    mutation WithdrawPublicNotice($input: WithdrawPublicNoticeInput!) {
      result: withdrawPublicNotice(input: $input) {
        __typename
        ... on PublicNotice {
          id
          round {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
