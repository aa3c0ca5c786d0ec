import { graphql } from '@taizhang/client';
import type { FieldValues } from 'react-hook-form';
import { useQuery } from 'urql';
import type { BoundField } from './bound-field.type.ts';
import { ChoiceField } from './choice-field.tsx';

const itemChoicesQuery = graphql(`
  query AdminItemChoices {
    rectificationItems(first: 100) {
      edges {
        node {
          id
          code
          title
        }
      }
    }
  }
`);

/** Chooses an item of the ledger by its code or words. */
export function ItemField<V extends FieldValues, O>(props: BoundField<V, O>) {
  const [{ data, fetching }] = useQuery({ query: itemChoicesQuery });
  const choices = (data?.rectificationItems?.edges ?? []).map(({ node }) => ({
    value: node.id,
    label: `${node.code} ${node.title}`,
  }));
  return <ChoiceField {...props} choices={choices} loading={fetching} />;
}
