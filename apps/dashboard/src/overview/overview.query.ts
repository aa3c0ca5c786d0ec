import { graphql, type ResultOf } from '@taizhang/client';
import type { MetricsScope } from '../scope/metrics-scope.ts';
import { areaProgressFragment } from './area-progress.tsx';
import { completionHeadlineFragment } from './completion-headline.tsx';
import { documentsByMonthFragment } from './documents-by-month.tsx';
import { keyFiguresFragment } from './key-figures.tsx';
import { leaderProgressFragment } from './leader-progress.tsx';
import { statusStripFragment } from './status-strip.tsx';
import { trainingsByMonthFragment } from './trainings-by-month.tsx';
import { unitProgressFragment } from './unit-progress.tsx';

export const overviewQuery = graphql(
  `
    query Overview($filter: MetricsFilter) {
      rectificationMetrics(filter: $filter) {
        computedAt
        itemCount
        documents {
          count
        }
        trainings {
          count
        }
        ...CompletionHeadline
        ...StatusStrip
        ...KeyFigures
        ...AreaProgress
        ...UnitProgress
        ...LeaderProgress
        ...DocumentsByMonth
        ...TrainingsByMonth
      }
    }
  `,
  [
    completionHeadlineFragment,
    statusStripFragment,
    keyFiguresFragment,
    areaProgressFragment,
    unitProgressFragment,
    leaderProgressFragment,
    documentsByMonthFragment,
    trainingsByMonthFragment,
  ],
);

export type OverviewMetrics = ResultOf<typeof overviewQuery>['rectificationMetrics'];

export function metricsFilter(scope: MetricsScope) {
  return {
    ...(scope.roundId ? { roundId: scope.roundId } : {}),
    ...(scope.organizationId ? { organizationId: scope.organizationId } : {}),
    ...(scope.year === undefined ? {} : { year: scope.year }),
  };
}

/** Nothing at all was recorded here, which is another thing than a rate of zero. */
export function isEmpty(metrics: OverviewMetrics): boolean {
  return metrics.itemCount === 0 && metrics.documents.length === 0 && metrics.trainings.length === 0;
}
