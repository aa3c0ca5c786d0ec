import { graphql } from '@taizhang/client';

export const itemFollowUpFragment = graphql(`
  fragment ItemFollowUp on RectificationItem {
    extensions {
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
