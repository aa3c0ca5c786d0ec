import { graphql } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const occurrenceFragment = graphql(
  `
    fragment Occurrence on MechanismOccurrence {
      id
      slot
      slotOn
      opensOn
      dueOn
      graceEndsOn
      status
      isLate
      isMoved
      isProvisional
      doneOn
      note
      reason
      version
      doneBy {
        displayName
      }
      fact {
        title
        happenedOn
      }
      proofs {
        training {
          id
          topic
        }
        document {
          id
          title
        }
        evidence {
          id
          fileName
          item {
            id
          }
        }
      }
      allowedActions {
        ...OfferedAction
      }
    }
  `,
  [allowedActionFragment],
);
