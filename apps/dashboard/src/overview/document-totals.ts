import { graphql } from '@taizhang/client';

/** Distinct documents: what the list of an action, or of all, holds. */
export const documentTotalsFragment = graphql(`
  fragment DocumentTotals on Query {
    all: institutionalDocuments(
      first: 0
      filter: { roundId: $roundId, organizationId: $organizationId, actedFrom: $from, actedTo: $to }
    ) {
      totalCount
    }
    REVISE: institutionalDocuments(
      first: 0
      filter: {
        action: [REVISE]
        roundId: $roundId
        organizationId: $organizationId
        actedFrom: $from
        actedTo: $to
      }
    ) {
      totalCount
    }
    ESTABLISH: institutionalDocuments(
      first: 0
      filter: {
        action: [ESTABLISH]
        roundId: $roundId
        organizationId: $organizationId
        actedFrom: $from
        actedTo: $to
      }
    ) {
      totalCount
    }
    DRAFT: institutionalDocuments(
      first: 0
      filter: {
        action: [DRAFT]
        roundId: $roundId
        organizationId: $organizationId
        actedFrom: $from
        actedTo: $to
      }
    ) {
      totalCount
    }
    ISSUE: institutionalDocuments(
      first: 0
      filter: {
        action: [ISSUE]
        roundId: $roundId
        organizationId: $organizationId
        actedFrom: $from
        actedTo: $to
      }
    ) {
      totalCount
    }
    REPEAL: institutionalDocuments(
      first: 0
      filter: {
        action: [REPEAL]
        roundId: $roundId
        organizationId: $organizationId
        actedFrom: $from
        actedTo: $to
      }
    ) {
      totalCount
    }
    BEGIN_REVISION: institutionalDocuments(
      first: 0
      filter: {
        action: [BEGIN_REVISION]
        roundId: $roundId
        organizationId: $organizationId
        actedFrom: $from
        actedTo: $to
      }
    ) {
      totalCount
    }
    MENTION: institutionalDocuments(
      first: 0
      filter: {
        action: [MENTION]
        roundId: $roundId
        organizationId: $organizationId
        actedFrom: $from
        actedTo: $to
      }
    ) {
      totalCount
    }
  }
`);
