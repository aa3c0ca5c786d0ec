import { graphql } from '@taizhang/client';

export const OrganizationsQuery = graphql(`
  query AnnualReviewOrganizations($first: Int!, $after: String) {
    page: organizations(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        kind
        parent {
          id
        }
      }
    }
  }
`);

export const RoundsQuery = graphql(`
  query AnnualReviewRounds($first: Int!, $after: String) {
    page: inspectionRounds(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        kind
        title
        inspectionTeam
        inspectedFrom
        inspectedTo
        feedbackOn
        provenance
        inspectedOrganization {
          id
          code
          name
        }
        areas {
          id
          ordinal
          title
        }
        leadingGroup {
          post
          person {
            displayName
            position
          }
        }
        plans {
          title
          status
          approvedOn
        }
        notice {
          contacts
        }
      }
    }
  }
`);

export const ItemsQuery = graphql(`
  query AnnualReviewItems($first: Int!, $after: String, $filter: RectificationItemFilter) {
    page: rectificationItems(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        ordinal
        title
        type
        describedValues {
          key
          value
        }
        status
        dueOn
        firstDueOn
        closedOn
        reviewOn
        provenance
        area {
          id
        }
        responsibleUnit {
          name
        }
        leadLeader {
          displayName
        }
        measures {
          ordinal
          text
          status
        }
        evidence(first: 0, filter: { status: [ACCEPTED] }) {
          totalCount
        }
      }
    }
  }
`);

export const DocumentsQuery = graphql(`
  query AnnualReviewDocuments($first: Int!, $after: String, $filter: InstitutionalDocumentFilter) {
    page: institutionalDocuments(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        provenance
        responsibleUnit {
          name
        }
        currentVersion {
          documentNumber
          issuedOn
        }
        actions {
          action
          actedOn
          item {
            id
            code
          }
        }
      }
    }
  }
`);

export const TrainingsQuery = graphql(`
  query AnnualReviewTrainings($first: Int!, $after: String, $filter: TrainingFilter) {
    page: trainings(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        kind
        direction
        topic
        heldOn
        sessionCount
        attendanceCount
        hours
        provenance
        responsibleUnit {
          name
        }
        item {
          id
          code
        }
      }
    }
  }
`);

export const RecordExportMutation = graphql(`
  mutation AnnualReviewRecordExport($input: RecordExportInput!) {
    recordExport(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`);
