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

/** What the areas, units or leaders in an address are called: the first, and how many more; … until that is known. */
export function useCutNames(ids: readonly string[] = []): string {
  const [id] = ids;
  const name = useCutName(id);
  return ids.length > 1 ? `${name} +${ids.length - 1}` : name;
}

function useCutName(id: string | undefined): string {
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
