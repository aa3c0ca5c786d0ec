import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const addOrganization = graphql(
  `
    mutation AddOrganization($input: AddOrganizationInput!) {
      result: addOrganization(input: $input) {
        __typename
        ... on Organization {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const addPerson = graphql(
  `
    mutation AddPerson($input: AddPersonInput!) {
      result: addPerson(input: $input) {
        __typename
        ... on Person {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const resetPassword = graphql(
  `
    mutation ResetPassword($input: ResetPasswordInput!) {
      result: resetPassword(input: $input) {
        __typename
        ... on Person {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const resetTotp = graphql(
  `
    mutation ResetTotp($input: ResetTotpInput!) {
      result: resetTotp(input: $input) {
        __typename
        ... on Person {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
