import { graphql } from '@taizhang/client';

export const itemFollowUpFragment = graphql(`
  fragment ItemFollowUp on RectificationItem {
    extensions {
      id
      version
      allowedActions {
        action
        allowed
        reason
      }
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
      version
      allowedActions {
        action
        allowed
        reason
      }
      kind
      supervisedOn
      note
      answer
      answeredOn
      byPerson {
        displayName
      }
      answeredBy {
        displayName
      }
    }
    milestones {
      id
      version
      allowedActions {
        action
        allowed
        reason
      }
      ordinal
      title
      dueOn
      reachedOn
    }
  }
`);
