import { useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useScope } from '../scope/use-scope.ts';
import { overviewQuery, overviewVariables, type Overview } from './overview.query.ts';

const minute = 60_000;

export interface UseOverviewOptions {
  /** Reads again each minute, for a screen that nobody touches. */
  refreshing: boolean;
}

export function useOverview({ refreshing }: UseOverviewOptions) {
  const scope = useScope();
  const variables = useMemo(() => overviewVariables(scope), [scope]);
  const [{ data, error, fetching, stale }, read] = useQuery({ query: overviewQuery, variables });

  // The client forgets what it had read when a later reading fails; a wall must not go blank for that.
  const [kept, setKept] = useState<{ data: Overview; variables: object }>();
  if (data && data !== kept?.data) setKept({ data, variables });
  const shown = data ?? (kept?.variables === variables ? kept.data : undefined);

  useEffect(() => {
    if (!refreshing) return;
    const timer = setInterval(() => read({ requestPolicy: 'network-only' }), minute);
    return () => clearInterval(timer);
  }, [refreshing, read]);

  return {
    data: shown,
    metrics: shown?.rectificationMetrics,
    error,
    reading: fetching || stale,
    refresh: () => read({ requestPolicy: 'network-only' }),
  };
}
