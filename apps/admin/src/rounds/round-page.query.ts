import { graphql } from '@taizhang/client';
import { lookBackFragment } from '../look-back/look-back-panel.fragment.ts';
import { noticeFragment } from './notice-panel.fragment.ts';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const roundPageQuery = graphql(
  `
    query AdminRoundPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on InspectionRound {
          id
          code
          kind
          title
          inspectionTeam
          inspectedFrom
          inspectedTo
          feedbackOn
          intensivePeriodEndsOn
          provenance
          provenanceNote
          version
          allowedActions {
            ...OfferedAction
          }
          inspectedOrganization {
            name
          }
          metrics {
            itemCount
            overdueCount
            rule
            completionRate {
              numerator
              denominator
              rate
            }
          }
          leadingGroup {
            post
            person {
              id
              displayName
              isDisabled
              position
            }
          }
          publicNotices {
            id
            version
            title
            status
            releasedOn
            returnReason
            withdrawReason
            omissions {
              ground
              note
              item {
                id
                code
                title
              }
            }
            allowedActions {
              ...OfferedAction
            }
          }
          plans {
            id
            version
            allowedActions {
              ...OfferedAction
            }
            title
            status
            approvedOn
            provenance
          }
          ...RoundNotice
          ...RoundLookBack
        }
      }
    }
  `,
  [noticeFragment, lookBackFragment, allowedActionFragment],
);
