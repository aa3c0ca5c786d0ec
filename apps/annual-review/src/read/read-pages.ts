import type { TadaDocumentNode } from '@taizhang/client';
import { ReviewError } from '../review-error.ts';
import type { AskHub } from './ask-hub.ts';

/** The most rows a page may have. */
const PAGE_SIZE = 100;

interface Paged<Node> {
  readonly page: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly Node[];
  } | null;
}
type PageVariables = { first: number; after?: string | null };

/**
 * Reads a connection to its end, a page at a time.
 *
 * @param onPage called with the rows read so far and the rows there are.
 */
export async function readPages<Node, Rest extends object>(
  ask: AskHub,
  query: TadaDocumentNode<Paged<Node>, PageVariables & Rest>,
  variables: Rest,
  onPage: (read: number, of: number) => void = () => {},
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const { page }: Paged<Node> = await ask(query, { ...variables, first: PAGE_SIZE, after });
    if (!page) throw new ReviewError('枢纽未返回数据', 'the hub answered without data');
    nodes.push(...page.nodes);
    onPage(nodes.length, page.totalCount);
    const { hasNextPage, endCursor }: NonNullable<Paged<Node>['page']>['pageInfo'] = page.pageInfo;
    // A cursor that does not move would ask for the same page for ever.
    if (!hasNextPage || endCursor === null || endCursor === after) return nodes;
    after = endCursor;
  }
}
