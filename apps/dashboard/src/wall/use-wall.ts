import { useSearchParams } from 'react-router';

/** Whether the page hangs on a wall: `?wall=1`. */
export function useWall(): boolean {
  const [params] = useSearchParams();
  return params.get('wall') === '1';
}
