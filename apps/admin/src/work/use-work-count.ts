import { useQuery } from 'urql';
import { workCountQuery } from './work.query.ts';

/** How much waits for the viewer, told anew by every answer that changes one of the records; 0 until it is known. */
export function useWorkCount(pause: boolean): number {
  const [{ data }] = useQuery({ query: workCountQuery, pause });
  return data?.myWork?.reduce((sum, { count }) => sum + count, 0) ?? 0;
}
