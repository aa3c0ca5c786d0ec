import { graphql } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';
import { historyEntryFragment } from '../items/history-entry.fragment.ts';
import { occurrenceFragment } from './occurrence.fragment.ts';

export const mechanismPageQuery = graphql(
  `
    query AdminMechanismPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on StandingMechanism {
          id
          title
          status
          statusReason
          version
          cadence
          cadenceText
          recurrenceRule
          timesPerPeriod
          period
          factKind
          delayCount
          delayUnit
          dayOff
          graceCount
          graceUnit
          startsOn
          doneByTraining
          provenance
          provenanceNote
          describedValues {
            key
            value
          }
          organization {
            name
          }
          responsibleUnit {
            id
            name
          }
          owner {
            id
            displayName
          }
          item {
            id
            code
            title
          }
          allowedActions {
            ...OfferedAction
          }
          history(first: 50) {
            totalCount
            edges {
              node {
                ...HistoryEntry
              }
            }
          }
          marks: occurrences(last: 100) {
            totalCount
            nodes {
              id
              slot
              slotOn
              dueOn
              doneOn
              status
              isLate
            }
          }
          open: occurrences(first: 20, filter: { status: [DUE] }) {
            totalCount
            nodes {
              id
              ...Occurrence
            }
          }
          missed: occurrences(last: 20, filter: { status: [MISSED] }) {
            totalCount
            nodes {
              id
              ...Occurrence
            }
          }
        }
      }
    }
  `,
  [allowedActionFragment, historyEntryFragment, occurrenceFragment],
);

export const occurrenceQuery = graphql(
  `
    query AdminOccurrence($id: ID!) {
      node(id: $id) {
        __typename
        ... on MechanismOccurrence {
          id
          ...Occurrence
        }
      }
    }
  `,
  [occurrenceFragment],
);
