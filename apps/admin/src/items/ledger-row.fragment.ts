import { graphql } from '@taizhang/client';

/** What a row of the ledger, or its card on a phone, shows of an item. */
export const ledgerRowFragment = graphql(`
  fragment LedgerRow on RectificationItem {
    id
    code
    title
    status
    type
    isOverdue
    daysLate
    dueOn
    provenance
    measureCount
    acceptedMeasureCount
    evidenceCount
    area {
      ordinal
      title
    }
    leadLeader {
      displayName
      isDisabled
    }
    responsibleUnit {
      name
      shortName
      isDisabled
    }
  }
`);
