import { graphql } from '@taizhang/client';

export const itemLinksFragment = graphql(`
  fragment ItemLinks on RectificationItem {
    id
    documentActions {
      id
      action
      actedOn
      provenance
      document {
        id
        title
        status
        statusIsReported
      }
      measure {
        ordinal
      }
    }
    trainings {
      id
      kind
      topic
      heldOn
      sessionCount
      attendanceCount
      provenance
    }
  }
`);
