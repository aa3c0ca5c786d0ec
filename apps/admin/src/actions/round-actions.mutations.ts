import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const addArea = graphql(
  `
    mutation AddFindingArea($input: AddFindingAreaInput!) {
      result: addFindingArea(input: $input) {
        __typename
        ... on FindingArea {
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

export const addGroupMember = graphql(
  `
    mutation AddLeadingGroupMember($input: AddLeadingGroupMemberInput!) {
      result: addLeadingGroupMember(input: $input) {
        __typename
        ... on InspectionRound {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const removeGroupMember = graphql(
  `
    mutation RemoveLeadingGroupMember($input: RemoveLeadingGroupMemberInput!) {
      result: removeLeadingGroupMember(input: $input) {
        __typename
        ... on InspectionRound {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const addPlan = graphql(
  `
    mutation AddRectificationPlan($input: AddRectificationPlanInput!) {
      result: addRectificationPlan(input: $input) {
        __typename
        ... on RectificationPlan {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const approvePlan = graphql(
  `
    mutation ApproveRectificationPlan($input: ApproveRectificationPlanInput!) {
      result: approveRectificationPlan(input: $input) {
        __typename
        ... on RectificationPlan {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const drawLookBack = graphql(
  `
    mutation DrawLookBackReview($input: DrawLookBackReviewInput!) {
      result: drawLookBackReview(input: $input) {
        __typename
        ... on LookBackReview {
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

export const passSample = graphql(
  `
    mutation PassLookBackSample($input: PassLookBackSampleInput!) {
      result: passLookBackSample(input: $input) {
        __typename
        ... on LookBackSample {
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

export const failSample = graphql(
  `
    mutation FailLookBackSample($input: FailLookBackSampleInput!) {
      result: failLookBackSample(input: $input) {
        __typename
        ... on LookBackSample {
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

export const recordSurvey = graphql(
  `
    mutation RecordSatisfactionSurvey($input: RecordSatisfactionSurveyInput!) {
      result: recordSatisfactionSurvey(input: $input) {
        __typename
        ... on SatisfactionSurvey {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const confirmEvaluation = graphql(
  `
    mutation ConfirmEffectivenessEvaluation($input: ConfirmEffectivenessEvaluationInput!) {
      result: confirmEffectivenessEvaluation(input: $input) {
        __typename
        ... on EffectivenessEvaluation {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);
