import { useQuery } from 'urql';
import { workCountQuery } from './work.query.ts';

/** What the queues hold: the answer itself names none of these, and would be kept when one of them changes. */
const COUNTED = {
  additionalTypenames: [
    'RectificationItem',
    'CorrectiveMeasure',
    'Evidence',
    'ExtensionRequest',
    'BiweeklyUnitReport',
    'BiweeklyReport',
  ],
};

/** How much waits for the viewer, told anew by every answer that changes one of the records; 0 until it is known. */
export function useWorkCount(pause: boolean): number {
  const [{ data }] = useQuery({ query: workCountQuery, pause, context: COUNTED });
  return data?.myWork?.reduce((sum, { count }) => sum + count, 0) ?? 0;
}
