import { graphql } from '@taizhang/client';

export const documentRowFragment = graphql(`
  fragment DocumentRow on InstitutionalDocument {
    id
    title
    status
    statusIsReported
    provenance
    responsibleUnit {
      name
      shortName
      isDisabled
    }
    currentVersion {
      ordinal
      documentNumber
    }
    actions {
      id
      action
    }
  }
`);
