import { graphql, type ResultOf } from '@taizhang/client';

export const viewerQuery = graphql(`
  query AdminViewer {
    me {
      name
      isDemo
      organization {
        id
        name
        shortName
      }
      person {
        id
        position
      }
      roles {
        role
      }
      allowedActions {
        action
        allowed
        reason
      }
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof viewerQuery>['me']>;

export const signInOptionsQuery = graphql(`
  query AdminSignInOptions {
    signInOptions {
      demoPeople {
        id
        displayName
        position
        role
        organizationName
      }
    }
  }
`);

export const signInMutation = graphql(`
  mutation AdminSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInError {
        message
      }
    }
  }
`);

export const signInAsDemoPersonMutation = graphql(`
  mutation AdminSignInAsDemoPerson($input: SignInAsDemoPersonInput!) {
    signInAsDemoPerson(input: $input) {
      __typename
      ... on SignInError {
        message
      }
    }
  }
`);

export const signOutMutation = graphql(`
  mutation AdminSignOut {
    signOut
  }
`);
