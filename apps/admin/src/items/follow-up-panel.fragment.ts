import { graphql } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const itemFollowUpFragment = graphql(
  `
    fragment ItemFollowUp on RectificationItem {
      extensions {
        id
        version
        allowedActions {
          ...OfferedAction
        }
        status
        previousDueOn
        requestedDueOn
        reason
        requestedAt
        decisionReason
        requestedBy {
          displayName
        }
        decidedBy {
          displayName
        }
      }
      supervisions {
        id
        version
        allowedActions {
          ...OfferedAction
        }
        kind
        supervisedOn
        note
        answer
        answeredOn
        byPerson {
          displayName
        }
        answeredBy {
          displayName
        }
      }
      milestones {
        id
        version
        allowedActions {
          ...OfferedAction
        }
        ordinal
        title
        dueOn
        reachedOn
      }
    }
  `,
  [allowedActionFragment],
);
