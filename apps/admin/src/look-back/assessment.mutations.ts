import { graphql } from '@taizhang/client';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';

export const addScorecard = graphql(
  `
    mutation AddScorecard($input: AddScorecardInput!) {
      result: addScorecard(input: $input) {
        __typename
        ... on Scorecard {
          id
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export const addEvaluation = graphql(
  `
    mutation AddEffectivenessEvaluation($input: AddEffectivenessEvaluationInput!) {
      result: addEffectivenessEvaluation(input: $input) {
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

export const editEvaluation = graphql(
  `
    mutation EditEffectivenessEvaluation($input: EditEffectivenessEvaluationInput!) {
      result: editEffectivenessEvaluation(input: $input) {
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
