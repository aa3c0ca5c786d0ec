import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const requestExtension = graphql(
  `
    mutation RequestExtension($input: RequestExtensionInput!) {
      result: requestExtension(input: $input) {
        __typename
        ... on ExtensionRequest {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const grantExtension = graphql(
  `
    mutation GrantExtension($input: GrantExtensionInput!) {
      result: grantExtension(input: $input) {
        __typename
        ... on ExtensionRequest {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const refuseExtension = graphql(
  `
    mutation RefuseExtension($input: RefuseExtensionInput!) {
      result: refuseExtension(input: $input) {
        __typename
        ... on ExtensionRequest {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const superviseItem = graphql(
  `
    mutation SuperviseRectificationItem($input: SuperviseRectificationItemInput!) {
      result: superviseRectificationItem(input: $input) {
        __typename
        ... on Supervision {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const answerSupervision = graphql(
  `
    mutation AnswerSupervision($input: AnswerSupervisionInput!) {
      result: answerSupervision(input: $input) {
        __typename
        ... on Supervision {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const addMilestone = graphql(
  `
    mutation AddMilestone($input: AddMilestoneInput!) {
      result: addMilestone(input: $input) {
        __typename
        ... on Milestone {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const reachMilestone = graphql(
  `
    mutation ReachMilestone($input: ReachMilestoneInput!) {
      result: reachMilestone(input: $input) {
        __typename
        ... on Milestone {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
