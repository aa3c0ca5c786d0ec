import { graphql } from '@taizhang/client';

export const itemHeadFragment = graphql(`
  fragment ItemHead on RectificationItem {
    code
    title
    status
    isOverdue
    daysLate
    dueOn
    firstDueOn
    reviewOn
    closedOn
    updatedAt
    provenance
    provenanceNote
    describedValues {
      key
      value
    }
    round {
      id
      title
    }
    area {
      ordinal
      title
    }
    organization {
      name
    }
    primaryResponsiblePerson {
      displayName
      isDisabled
    }
    leadLeader {
      displayName
      isDisabled
    }
    responsibleUnit {
      name
      isDisabled
    }
    supportingUnits {
      name
      isDisabled
    }
    manifestations {
      ordinal
      text
    }
    source {
      start
      end
      excerpt
    }
  }
`);
