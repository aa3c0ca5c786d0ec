import { graphql } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const lookBackFragment = graphql(
  `
    fragment RoundLookBack on InspectionRound {
      id
      title
      allowedActions {
        ...OfferedAction
      }
      lookBacks {
        id
        title
        status
        drawnBy {
          displayName
        }
        completedAt
        seed
        sampleSize
        populationCount
        populationCodes
        drawnAt
        samples {
          id
          version
          result
          note
          reviewedAt
          item {
            id
            code
            title
          }
          reviewedBy {
            displayName
          }
          allowedActions {
            ...OfferedAction
          }
        }
      }
      surveys {
        id
        title
        heldOn
        asked
        satisfied
        basicallySatisfied
        dissatisfied
        rate {
          numerator
          denominator
          rate
        }
      }
      evaluations {
        id
        version
        status
        total
        conclusion
        evaluatedBy {
          displayName
        }
        confirmedBy {
          displayName
        }
        scorecardVersion {
          title
          ordinal
        }
        scores {
          score
          comment
          criterion {
            id
            name
            weight
          }
        }
        allowedActions {
          ...OfferedAction
        }
      }
    }
  `,
  [allowedActionFragment],
);
