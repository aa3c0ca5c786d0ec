import { graphql, type ResultOf } from '@taizhang/client';

export const viewerQuery = graphql(`
  query AdminViewer {
    me {
      name
      isDemo
      requiredStep
      account {
        loginName
        hasTotp
        recoveryCodesLeft
      }
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
      oidcName
      isSetUpPending
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
      ... on SecondFactorRequired {
        challenge
      }
    }
  }
`);

export const completeSignInMutation = graphql(`
  mutation AdminCompleteSignIn($input: CompleteSignInInput!) {
    completeSignIn(input: $input) {
      __typename
      ... on SecondFactorError {
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
