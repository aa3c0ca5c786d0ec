import { useEffect, useMemo } from 'react';
import { useQuery } from 'urql';
import { useScope } from '../scope/use-scope.ts';
import { overviewQuery, overviewVariables } from './overview.query.ts';

const minute = 60_000;

export interface UseOverviewOptions {
  /** Reads again each minute, for a screen that nobody touches. */
  refreshing: boolean;
}

export function useOverview({ refreshing }: UseOverviewOptions) {
  const scope = useScope();
  const variables = useMemo(() => overviewVariables(scope), [scope]);
  const [{ data, error, fetching, stale }, read] = useQuery({ query: overviewQuery, variables });

  useEffect(() => {
    if (!refreshing) return;
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), minute);
    return () => clearInterval(timer);
  }, [refreshing, read]);

  return {
    data,
    metrics: data?.rectificationMetrics,
    error,
    reading: fetching || stale,
    refresh: () => read({ requestPolicy: 'network-only' }),
  };
}
