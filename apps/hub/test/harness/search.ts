import type { Answer, Client } from './client.ts';
import { listAt, textAt } from './read.ts';

const SEARCH = `query Search($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) {
    foundCount isComplete
    pageInfo { hasNextPage endCursor }
    edges {
      node {
        kind title rank
        highlights { field text ranges { start end } }
        record {
          __typename
          ... on RectificationItem { id code responsibleUnit { name } }
          ... on CorrectiveMeasure { id measureStatus: status item { code } }
          ... on InstitutionalDocument { id documentStatus: status }
          ... on Training { id topic }
        }
      }
    }
  }
}`;

interface SearchOptions {
  kinds?: string[];
  first?: number;
  after?: string | null;
}

/** Searches as a client. */
export const search = (
  client: Client,
  text: string,
  options: SearchOptions = {},
): Promise<Answer> => client.query(SEARCH, { text, ...options });

/** The titles found, best first. */
export const titles = ({ data }: Answer): string[] =>
  listAt(data, 'search.edges').map((edge) => textAt(edge, 'node.title'));
