import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readScope, type MetricsScope } from './metrics-scope.ts';

/** The scope in the address; the same object while the address says the same, so that queries rest. */
export function useScope(): MetricsScope {
  const [params] = useSearchParams();
  return useMemo(() => readScope(params), [params]);
}
