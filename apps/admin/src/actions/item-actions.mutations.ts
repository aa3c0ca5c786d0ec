import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

// One document an action, because each is its own mutation of the contract with its own input type.
// All answer with the item's id and version; the document cache then reads the open pages again.

export const assignItem = graphql(
  `
    mutation AssignRectificationItem($input: AssignRectificationItemInput!) {
      result: assignRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const planItem = graphql(
  `
    mutation PlanRectificationItem($input: PlanRectificationItemInput!) {
      result: planRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const startItem = graphql(
  `
    mutation StartRectificationItem($input: StartRectificationItemInput!) {
      result: startRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const submitItem = graphql(
  `
    mutation SubmitRectificationItem($input: SubmitRectificationItemInput!) {
      result: submitRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const signItem = graphql(
  `
    mutation SignRectificationItem($input: SignRectificationItemInput!) {
      result: signRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const verifyItem = graphql(
  `
    mutation VerifyRectificationItem($input: VerifyRectificationItemInput!) {
      result: verifyRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const returnItem = graphql(
  `
    mutation ReturnRectificationItem($input: ReturnRectificationItemInput!) {
      result: returnRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const closeItem = graphql(
  `
    mutation CloseRectificationItem($input: CloseRectificationItemInput!) {
      result: closeRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const reopenItem = graphql(
  `
    mutation ReopenRectificationItem($input: ReopenRectificationItemInput!) {
      result: reopenRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const holdItemLongTerm = graphql(
  `
    mutation HoldRectificationItemLongTerm($input: HoldRectificationItemLongTermInput!) {
      result: holdRectificationItemLongTerm(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const withdrawItem = graphql(
  `
    mutation WithdrawRectificationItem($input: WithdrawRectificationItemInput!) {
      result: withdrawRectificationItem(input: $input) {
        __typename
        ... on RectificationItem {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
