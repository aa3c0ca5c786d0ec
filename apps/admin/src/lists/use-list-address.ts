import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';

const DEFAULT_SIZE = 20;
export const PAGE_SIZES = [20, 50, 100] as const;

export interface ListAddress {
  params: URLSearchParams;
  /** Changes query keys (null removes one) and goes back to the first page. */
  change(changes: Record<string, string | null>): void;
  clear(): void;
  size: number;
  /** The cursor to read after; undefined on the first page. */
  after: string | undefined;
  page: number;
  nextPage(endCursor: string): void;
  previousPage(): void;
}

/**
 * A list's filters, sort and size live in its address, so that a link, the dashboard's too, opens just these rows.
 * The cursors of the pages passed live in the history entry: they mean nothing to anyone else.
 */
export function useListAddress(): ListAddress {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const cursors = readCursors(location.state);

  const change = useCallback(
    (changes: Record<string, string | null>) => {
      setParams(
        (current) => {
          const next = new URLSearchParams(current);
          for (const [key, value] of Object.entries(changes)) {
            if (value === null || value === '') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true, state: null },
      );
    },
    [setParams],
  );

  const size = PAGE_SIZES.find((one) => String(one) === params.get('size')) ?? DEFAULT_SIZE;
  const goTo = (next: string[]) => setParams(params, { state: { cursors: next } });
  return {
    params,
    change,
    clear: () => setParams({}, { replace: true, state: null }),
    size,
    after: cursors.at(-1),
    page: cursors.length + 1,
    nextPage: (endCursor) => goTo([...cursors, endCursor]),
    previousPage: () => goTo(cursors.slice(0, -1)),
  };
}

function readCursors(state: unknown): string[] {
  if (typeof state !== 'object' || state === null || !('cursors' in state)) return [];
  return Array.isArray(state.cursors) ? state.cursors.filter((one) => typeof one === 'string') : [];
}
