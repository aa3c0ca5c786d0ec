import { graphql, type ResultOf } from '@taizhang/client';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';
import { historyEntryFragment } from '../items/history-entry.fragment.ts';
import { definitionFragment } from './definition.fragment.ts';

export const registersPageQuery = graphql(`
  query AdminRegistersPage($first: Int!, $after: String, $filter: RegisterFilter) {
    registers(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        key
        title
        description
        status
        entryCount
        openEntryCount
        provenance
        organization {
          name
          shortName
        }
      }
    }
  }
`);
export type RegisterRow = NonNullable<
  ResultOf<typeof registersPageQuery>['registers']
>['nodes'][number];

export const registerPageQuery = graphql(
  `
    query AdminRegisterPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on Register {
          id
          key
          title
          description
          status
          version
          provenance
          entryCount
          openEntryCount
          organization {
            id
            name
          }
          allowedActions {
            ...OfferedAction
          }
          currentVersion {
            number
            file
            definition {
              ...WholeDefinition
            }
          }
          versions {
            number
            note
            createdAt
            definedBy {
              displayName
            }
            definition {
              ...WholeDefinition
            }
          }
          figures(groupBy: "stage") {
            groups {
              value
              label
              count
            }
          }
        }
      }
    }
  `,
  [definitionFragment, allowedActionFragment],
);
export type RegisterRecord = Extract<
  ResultOf<typeof registerPageQuery>['node'],
  { __typename: 'Register' }
>;

export const registerEntriesQuery = graphql(`
  query AdminRegisterEntries(
    $id: ID!
    $first: Int!
    $after: String
    $filter: RegisterEntryFilter
    $orderBy: RegisterEntryOrder
    $keys: [String!]
  ) {
    node(id: $id) {
      __typename
      ... on Register {
        id
        entries(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            number
            title
            stageLabel
            isOpen
            enteredOn
            unit {
              name
              shortName
            }
            registerVersion {
              number
            }
            values(keys: $keys) {
              key
              isMasked
              shown
            }
          }
        }
      }
    }
  }
`);
export type EntryRow = NonNullable<
  Extract<ResultOf<typeof registerEntriesQuery>['node'], { __typename: 'Register' }>['entries']
>['nodes'][number];

export const entryPageQuery = graphql(
  `
    query AdminRegisterEntryPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on RegisterEntry {
          id
          number
          title
          stage
          isOpen
          enteredOn
          version
          provenance
          unit {
            name
          }
          enteredBy {
            displayName
          }
          register {
            id
            title
          }
          registerVersion {
            number
            definition {
              ...WholeDefinition
            }
          }
          values {
            key
            isMasked
            text
            number
            fen
            day
            flag
            recordId
            downloadUrl
            shown
          }
          stepsTaken {
            ordinal
            step
            label
            to
            takenByName
            takenAt
            reason
          }
          nextSteps {
            step
            label
            asks
            needsReason
            isDangerous
            allowed
            reason
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
        }
      }
    }
  `,
  [definitionFragment, allowedActionFragment, historyEntryFragment],
);
export type EntryRecord = Extract<
  ResultOf<typeof entryPageQuery>['node'],
  { __typename: 'RegisterEntry' }
>;

export const revisionQuery = graphql(`
  query AdminRegisterRevision($id: ID!, $definition: RegisterDefinitionInput!) {
    node(id: $id) {
      __typename
      ... on Register {
        id
        revision(definition: $definition) {
          problems {
            path
            message
          }
          changes {
            kind
            part
            key
            label
            words
            entries
          }
        }
      }
    }
  }
`);

export const entryChoicesQuery = graphql(`
  query AdminEntryChoices($key: String!, $filter: RegisterEntryFilter) {
    registers(first: 1, filter: { key: $key }) {
      nodes {
        id
        entries(first: 50, filter: $filter) {
          nodes {
            id
            number
            title
          }
        }
      }
    }
  }
`);

export const documentChoicesQuery = graphql(`
  query AdminDocumentChoices {
    institutionalDocuments(first: 100) {
      nodes {
        id
        title
      }
    }
  }
`);

export const itemChoicesQuery = graphql(`
  query AdminRegisterItemChoices {
    rectificationItems(first: 100) {
      nodes {
        id
        code
        title
      }
    }
  }
`);
