import { graphql } from '@taizhang/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';

const cutNamesQuery = graphql(`
  query CutNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on FindingArea {
        ordinal
        title
      }
      ... on Organization {
        name
      }
      ... on Person {
        displayName
      }
    }
  }
`);

/** What the areas, units and leaders in an address are called; … until that is known. */
export function useCutNames(wanted: readonly string[]): (id: string) => string {
  const { t } = useTranslation('dashboard');
  const key = wanted.join(' ');
  const variables = useMemo(() => ({ ids: key ? key.split(' ') : [] }), [key]);
  const [{ data }] = useQuery({ query: cutNamesQuery, variables, pause: key === '' });
  return (id) => {
    const node = data?.nodes.find((one) => one?.id === id);
    switch (node?.__typename) {
      case 'FindingArea':
        return t('lists.areaCut', { ordinal: node.ordinal, title: node.title });
      case 'Organization':
        return node.name;
      case 'Person':
        return node.displayName;
      default:
        return '…';
    }
  };
}
