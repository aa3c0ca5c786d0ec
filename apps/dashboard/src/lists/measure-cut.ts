import { measuresInScope } from '@taizhang/reporting/rules';
import { addressOf, scopeParams, type MetricsScope } from '../scope/metrics-scope.ts';

/** Which measures of the scope's items a number counts. Cancelled ones are never among them. */
export interface MeasureCut {
  accepted?: boolean;
}

export function measuresAddress(scope: MetricsScope, cut: MeasureCut = {}): string {
  const params = scopeParams(scope);
  if (cut.accepted) params.set('accepted', '1');
  return addressOf('/measures', params);
}

export function readMeasureCut(params: URLSearchParams): MeasureCut {
  return params.get('accepted') === '1' ? { accepted: true } : {};
}

/** The filter that the hub gives with the number. */
export const measureFilter = (scope: MetricsScope, { accepted }: MeasureCut) =>
  measuresInScope(scope, accepted ? 'isCompleted' : 'isCounted');
