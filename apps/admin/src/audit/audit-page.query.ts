import { graphql, type ResultOf } from '@taizhang/client';

export const auditPageQuery = graphql(`
  query AdminAuditPage($first: Int, $after: String, $filter: AuditEventFilter) {
    auditEvents(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          occurredAt
          kind
          words
          subjectType
          subjectId
          subjectVersion
          actorName
          address
          changedFields
          isRedacted
          reason
          before
          after
        }
      }
    }
  }
`);

export type AuditEvent = NonNullable<
  ResultOf<typeof auditPageQuery>['auditEvents']
>['edges'][number]['node'];

export const checkChainQuery = graphql(`
  query AdminCheckChain($after: Int!) {
    auditChain(after: $after) {
      state
      checkedThrough
      endPosition
      endHash
      firstBad {
        position
        eventId
        message
      }
    }
  }
`);

export type ChainCheck = NonNullable<ResultOf<typeof checkChainQuery>['auditChain']>;

export const auditWatchQuery = graphql(`
  query AdminAuditWatch {
    auditWatch {
      checkedAt
      checkedEvents
      checkedRows
      faults {
        fault
        place
      }
      anchoredAt
      anchoredTo
      places {
        name
        lastAt
        error
      }
    }
  }
`);

export type AuditWatch = NonNullable<ResultOf<typeof auditWatchQuery>['auditWatch']>;
