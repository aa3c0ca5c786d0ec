import { graphql, type ResultOf } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const apiClientsQuery = graphql(`
  query AdminApiClients($first: Int!, $after: String, $filter: ApiClientFilter) {
    apiClients(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          role
          scopes
          expiresOn
          isExpired
          lastUsedAt
          disabledAt
          version
          organization {
            name
          }
          allowedActions {
            action
            allowed
          }
        }
      }
    }
  }
`);

export type ApiClientRow = NonNullable<
  ResultOf<typeof apiClientsQuery>['apiClients']
>['edges'][number]['node'];

export const addApiClient = graphql(
  `
    mutation AddApiClient($input: AddApiClientInput!) {
      result: addApiClient(input: $input) {
        __typename
        ... on ApiClient {
          id
          name
          token
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const rotateApiClientToken = graphql(
  `
    mutation RotateApiClientToken($input: RotateApiClientTokenInput!) {
      result: rotateApiClientToken(input: $input) {
        __typename
        ... on ApiClient {
          id
          name
          token
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const disableApiClient = graphql(
  `
    mutation DisableApiClient($input: DisableApiClientInput!) {
      result: disableApiClient(input: $input) {
        __typename
        ... on ApiClient {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
