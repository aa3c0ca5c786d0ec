import { graphql } from '@taizhang/client';
import { noticeFragment } from './notice-panel.fragment.ts';

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
              position
            }
          }
          plans {
            title
            status
            approvedOn
            provenance
          }
          ...RoundNotice
        }
      }
    }
  `,
  [noticeFragment],
);
