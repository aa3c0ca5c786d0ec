import { graphql } from '@taizhang/client';

export const itemFollowUpFragment = graphql(`
  fragment ItemFollowUp on RectificationItem {
    extensions {
      id
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
      kind
      supervisedOn
      note
      byPerson {
        displayName
      }
    }
    milestones {
      ordinal
      title
      dueOn
      reachedOn
    }
  }
`);
