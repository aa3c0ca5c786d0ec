import { useSearchParams } from 'react-router';
import { addressOf } from '../scope/metrics-scope.ts';

export const pageSize = 20;

export interface Pages {
  /** The cursor after which the page on screen begins. */
  after: string | null;
  /** How many rows stand before it. */
  before: number;
  previous: string | null;
  /** The address of the page after the one that ends with this cursor. */
  next(endCursor: string): string;
}

/**
 * Pages by cursor. The address keeps every cursor that was passed (`after` once for each page), so that a
 * page can be reloaded, sent to someone, left and come back to, and has a way back without a history.
 */
export function usePages(path: string): Pages {
  const [params] = useSearchParams();
  const trail = params.getAll('after');
  const addressWith = (cursors: readonly string[]) => {
    const next = new URLSearchParams(params);
    next.delete('after');
    for (const cursor of cursors) next.append('after', cursor);
    return addressOf(path, next);
  };
  return {
    after: trail.at(-1) ?? null,
    before: trail.length * pageSize,
    previous: trail.length === 0 ? null : addressWith(trail.slice(0, -1)),
    next: (endCursor) => addressWith([...trail, endCursor]),
  };
}
