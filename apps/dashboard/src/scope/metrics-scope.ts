/** What the whole dashboard is narrowed to. It lives in the address, so that a view can be sent to someone. */
export interface MetricsScope {
  roundId?: string;
  organizationId?: string;
  year?: number;
}

const yearPattern = /^(19|20|21)\d{2}$/;

export function readScope(params: URLSearchParams): MetricsScope {
  const scope: MetricsScope = {};
  const roundId = params.get('round');
  const organizationId = params.get('organization');
  const year = params.get('year') ?? '';
  if (roundId) scope.roundId = roundId;
  if (organizationId) scope.organizationId = organizationId;
  if (yearPattern.test(year)) scope.year = Number(year);
  return scope;
}

/** The scope as parameters of an address; nothing for what is not narrowed. */
export function scopeParams(scope: MetricsScope): URLSearchParams {
  const params = new URLSearchParams();
  if (scope.roundId) params.set('round', scope.roundId);
  if (scope.organizationId) params.set('organization', scope.organizationId);
  if (scope.year !== undefined) params.set('year', String(scope.year));
  return params;
}

/** The scope as the hub's metrics take it. */
export function metricsFilter(scope: MetricsScope) {
  return {
    ...(scope.roundId ? { roundId: scope.roundId } : {}),
    ...(scope.organizationId ? { organizationId: scope.organizationId } : {}),
    ...(scope.year === undefined ? {} : { year: scope.year }),
  };
}

/** An address inside the dashboard; without parameters it carries no question mark. */
export function addressOf(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}
