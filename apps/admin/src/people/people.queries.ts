import { graphql, type ResultOf } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const peoplePageQuery = graphql(`
  query AdminPeoplePage($first: Int!, $after: String, $filter: PersonFilter) {
    people(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          displayName
          position
          isDemo
          disabledAt
          organization {
            name
          }
          roles {
            role
            organization {
              id
              name
            }
          }
          account {
            loginName
            isLocked
          }
        }
      }
    }
  }
`);

export type PersonRow = NonNullable<
  ResultOf<typeof peoplePageQuery>['people']
>['edges'][number]['node'];

export const personPageQuery = graphql(`
  query AdminPersonPage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Person {
        displayName
        position
        email
        disabledAt
        sessionCount
        version
        organization {
          id
          name
        }
        roles {
          role
          organization {
            id
            name
          }
        }
        account {
          loginName
          isLocked
          lockedUntil
        }
        allowedActions {
          action
          allowed
          reason
        }
      }
    }
  }
`);

export type PersonDetail = Extract<
  NonNullable<ResultOf<typeof personPageQuery>['node']>,
  { __typename: 'Person' }
>;

export const grantRole = graphql(
  `
    mutation GrantRole($input: GrantRoleInput!) {
      result: grantRole(input: $input) {
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

export const revokeRole = graphql(
  `
    mutation RevokeRole($input: RevokeRoleInput!) {
      result: revokeRole(input: $input) {
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

const disablePerson = graphql(
  `
    mutation DisablePerson($input: DisablePersonInput!) {
      result: disablePerson(input: $input) {
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

const enablePerson = graphql(
  `
    mutation EnablePerson($input: EnablePersonInput!) {
      result: enablePerson(input: $input) {
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

const unlockAccount = graphql(
  `
    mutation UnlockAccount($input: UnlockAccountInput!) {
      result: unlockAccount(input: $input) {
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

const revokeSessions = graphql(
  `
    mutation RevokeSessions($input: RevokeSessionsInput!) {
      result: revokeSessions(input: $input) {
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

/** What is done to a person with nothing but a reason. */
export const PERSON_STEPS = { disablePerson, enablePerson, unlockAccount, revokeSessions } as const;
export type PersonStep = keyof typeof PERSON_STEPS;
