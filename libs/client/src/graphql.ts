import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './generated/graphql-env.d.ts';

/**
 * Writes a query against the hub's schema with inferred types for its variables and result:
 * `const query = graphql('query { me { name } }')`. A field that the schema lacks is a type error.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: {
    /** ISO 8601 without time, e.g. 2025-02-07 */
    Date: string;
    /** ISO 8601 in UTC */
    DateTime: string;
    /** Whole fen */
    Fen: number;
    JSON: unknown;
  };
}>();

export { readFragment, maskFragments } from 'gql.tada';
export type { FragmentOf, ResultOf, TadaDocumentNode, VariablesOf } from 'gql.tada';
