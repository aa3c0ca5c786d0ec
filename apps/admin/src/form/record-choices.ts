import { graphql } from '@taizhang/client';
import { useQuery } from 'urql';
import type { Choice } from './choice-field.tsx';

const recordChoicesQuery = graphql(`
  query AdminRecordChoices {
    organizations {
      id
      code
      name
      kind
    }
    people(first: 100) {
      edges {
        node {
          id
          displayName
          position
          organization {
            shortName
            name
          }
        }
      }
    }
  }
`);

export interface RecordChoices {
  units: Choice[];
  /** The bureaus that can be inspected, by code. */
  organizations: Choice[];
  /** The same bureaus, by id. */
  bureaus: Choice[];
  people: Choice[];
  fetching: boolean;
}

/** The organizations and people that a form or filter can name. */
export function useRecordChoices(): RecordChoices {
  const [{ data, fetching }] = useQuery({ query: recordChoicesQuery });
  return {
    fetching,
    units: (data?.organizations ?? []).map(({ id, name }) => ({ value: id, label: name })),
    organizations: (data?.organizations ?? [])
      .filter(({ kind }) => kind === 'BUREAU')
      .map(({ code, name }) => ({ value: code, label: name })),
    bureaus: (data?.organizations ?? [])
      .filter(({ kind }) => kind === 'BUREAU')
      .map(({ id, name }) => ({ value: id, label: name })),
    people: (data?.people.edges ?? []).map(({ node }) => ({
      value: node.id,
      label: [
        node.displayName,
        node.position === node.displayName ? null : node.position,
        node.organization?.shortName ?? node.organization?.name,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}
