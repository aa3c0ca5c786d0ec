import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

// One document an action, because each is its own mutation of the contract with its own input type.

export const startDraftingDocument = graphql(
  `
    mutation StartDraftingDocument($input: StartDraftingDocumentInput!) {
      result: startDraftingDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const consultOnDocument = graphql(
  `
    mutation ConsultOnDocument($input: ConsultOnDocumentInput!) {
      result: consultOnDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const redraftDocument = graphql(
  `
    mutation RedraftDocument($input: RedraftDocumentInput!) {
      result: redraftDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const submitDocumentForLegalReview = graphql(
  `
    mutation SubmitDocumentForLegalReview($input: SubmitDocumentForLegalReviewInput!) {
      result: submitDocumentForLegalReview(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const returnDocument = graphql(
  `
    mutation ReturnDocument($input: ReturnDocumentInput!) {
      result: returnDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const approveDocument = graphql(
  `
    mutation ApproveDocument($input: ApproveDocumentInput!) {
      result: approveDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const bringDocumentIntoForce = graphql(
  `
    mutation BringDocumentIntoForce($input: BringDocumentIntoForceInput!) {
      result: bringDocumentIntoForce(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const startRevisingDocument = graphql(
  `
    mutation StartRevisingDocument($input: StartRevisingDocumentInput!) {
      result: startRevisingDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const supersedeDocument = graphql(
  `
    mutation SupersedeDocument($input: SupersedeDocumentInput!) {
      result: supersedeDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const repealDocument = graphql(
  `
    mutation RepealDocument($input: RepealDocumentInput!) {
      result: repealDocument(input: $input) {
        __typename
        ... on InstitutionalDocument {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
