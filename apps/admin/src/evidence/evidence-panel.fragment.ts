import { graphql } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const itemEvidenceFragment = graphql(
  `
    fragment ItemEvidence on RectificationItem {
      id
      evidence(first: 100) {
        totalCount
        nodes {
          id
          fileName
          description
          mediaType
          byteSize
          sha256
          status
          uploadedAt
          decidedAt
          decisionReason
          provenance
          version
          uploadedBy {
            displayName
          }
          decidedBy {
            displayName
          }
          measure {
            ordinal
          }
          allowedActions {
            ...OfferedAction
          }
        }
      }
    }
  `,
  [allowedActionFragment],
);
