import { graphql } from '@taizhang/client';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';

const cutNameQuery = graphql(`
  query CutName($id: ID!) {
    node(id: $id) {
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

/** What the area, unit or leader in an address is called; … until that is known. */
export function useCutName(id: string | undefined): string {
  const { t } = useTranslation('dashboard');
  const [{ data }] = useQuery({
    query: cutNameQuery,
    variables: { id: id ?? '' },
    pause: id === undefined,
  });
  const node = data?.node;
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
}
