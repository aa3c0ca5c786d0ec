import { graphql } from '@taizhang/client';
import { useQuery } from 'urql';
import type { Choice } from './choice-field.tsx';

const recordChoicesQuery = graphql(`
  query AdminRecordChoices {
    organizations {
      id
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
  people: Choice[];
  fetching: boolean;
}

/** The organizations and people that a form or filter can name. */
export function useRecordChoices(): RecordChoices {
  const [{ data, fetching }] = useQuery({ query: recordChoicesQuery });
  return {
    fetching,
    units: (data?.organizations ?? []).map(({ id, name }) => ({ value: id, label: name })),
    people: (data?.people.edges ?? []).map(({ node }) => ({
      value: node.id,
      label: [node.displayName, node.position, node.organization.shortName ?? node.organization.name]
        .filter(Boolean)
        .join(' · '),
    })),
  };
}
