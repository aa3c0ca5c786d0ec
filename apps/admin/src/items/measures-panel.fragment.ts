import { graphql } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const itemMeasuresFragment = graphql(
  `
    fragment ItemMeasures on RectificationItem {
      id
      measures {
        id
        ordinal
        text
        status
        dueOn
        isOverdue
        progress
        returnReason
        submittedAt
        acceptedAt
        provenance
        version
        owner {
          id
          displayName
          isDisabled
        }
        responsibleUnit {
          id
          name
          shortName
          isDisabled
        }
        submittedBy {
          displayName
        }
        acceptedBy {
          displayName
        }
        source {
          start
          end
          excerpt
        }
        allowedActions {
          ...OfferedAction
        }
      }
    }
  `,
  [allowedActionFragment],
);
