import { graphql } from '@taizhang/client';

export const mechanismRowFragment = graphql(`
  fragment MechanismRow on StandingMechanism {
    id
    title
    status
    cadenceText
    provenance
    responsibleUnit {
      name
      shortName
    }
    open: occurrences(first: 1, filter: { status: [DUE] }) {
      nodes {
        id
        dueOn
        isProvisional
      }
    }
    missed: occurrences(first: 0, filter: { status: [MISSED] }) {
      totalCount
    }
    done: occurrences(first: 0, filter: { status: [DONE] }) {
      totalCount
    }
  }
`);
