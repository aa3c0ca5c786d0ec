import { graphql, type ResultOf } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

export const biweeklyReportsQuery = graphql(`
  query AdminBiweeklyReports($first: Int!, $after: String, $filter: BiweeklyReportFilter) {
    biweeklyReports(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ordinal
          startsOn
          endsOn
          status
          unitCount
          submittedUnitCount
          lateUnits {
            id
            name
          }
          round {
            id
            title
          }
        }
      }
    }
  }
`);
type Connection = NonNullable<ResultOf<typeof biweeklyReportsQuery>['biweeklyReports']>;
export type ReportRow = Connection['edges'][number]['node'];

export const biweeklyReportQuery = graphql(
  `
    query AdminBiweeklyReport($id: ID!) {
      node(id: $id) {
        __typename
        ... on BiweeklyReport {
          id
          ordinal
          startsOn
          endsOn
          status
          summary
          reopenReason
          version
          compiledBy {
            displayName
          }
          compiledAt
          frozenBy {
            displayName
          }
          frozenAt
          lateUnits {
            id
            name
          }
          round {
            id
            title
          }
          allowedActions {
            ...OfferedAction
          }
          totals {
            itemCount
            overdueCount
            completionRate {
              numerator
              denominator
              rate
            }
          }
          unitReports {
            id
            status
            isLate
            returnReason
            submittedAt
            version
            entryCount
            answeredCount
            unit {
              id
              name
            }
            allowedActions {
              ...OfferedAction
            }
            entries {
              id
              answer
              progress
              difficulties
              nextStep
              expectedOn
              version
              item {
                id
                code
                title
              }
              allowedActions {
                action
                allowed
                reason
              }
            }
          }
        }
      }
    }
  `,
  [allowedActionFragment],
);
type Node = NonNullable<ResultOf<typeof biweeklyReportQuery>['node']>;
export type Report = Extract<Node, { __typename: 'BiweeklyReport' }>;
export type Part = Report['unitReports'][number];
export type Entry = Part['entries'][number];

export const biweeklyRowsQuery = graphql(`
  query AdminBiweeklyRows($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      ... on BiweeklyReport {
        id
        rows(first: 50, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          edges {
            node {
              id
              itemId
              code
              areaTitle
              title
              status
              responsibleUnitName
              leadLeaderName
              dueOn
              isOverdue
              acceptedEvidenceCount
              progress
            }
          }
        }
      }
    }
  }
`);

export const biweeklyComparisonQuery = graphql(`
  query AdminBiweeklyComparison($from: ID!, $to: ID!) {
    compareBiweeklyReports(fromId: $from, toId: $to) {
      unchangedCount
      added {
        id
        itemId
        code
        title
      }
      removed {
        id
        itemId
        code
        title
      }
      changed {
        row {
          id
          itemId
          code
          title
        }
        changes {
          field
          before
          after
        }
      }
    }
  }
`);
