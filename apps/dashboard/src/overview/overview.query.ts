import { graphql, type ResultOf, type VariablesOf } from '@taizhang/client';
import { documentsInScope } from '@taizhang/reporting/rules';
import { metricsFilter, type MetricsScope } from '../scope/metrics-scope.ts';
import { areaProgressFragment } from './area-progress.tsx';
import { completionHeadlineFragment } from './completion-headline.tsx';
import { documentTotalsFragment } from './document-totals.ts';
import { documentsByMonthFragment } from './documents-by-month.tsx';
import { keyFiguresFragment } from './key-figures.tsx';
import { leaderProgressFragment } from './leader-progress.tsx';
import { statusStripFragment } from './status-strip.tsx';
import { trainingsByMonthFragment } from './trainings-by-month.tsx';
import { unitProgressFragment } from './unit-progress.tsx';

export const overviewQuery = graphql(
  `
    query Overview(
      $filter: MetricsFilter
      $roundId: [ID!]
      $organizationId: [ID!]
      $from: Date
      $to: Date
    ) {
      ...DocumentTotals
      rectificationMetrics(filter: $filter) {
        computedAt
        itemCount
        byArea {
          itemCount
        }
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
    documentTotalsFragment,
    trainingsByMonthFragment,
  ],
);

export type Overview = ResultOf<typeof overviewQuery>;
export type OverviewMetrics = NonNullable<Overview['rectificationMetrics']>;

export function overviewVariables(scope: MetricsScope): VariablesOf<typeof overviewQuery> {
  const { actedFrom, actedTo, ...places } = documentsInScope(scope);
  return {
    filter: metricsFilter(scope),
    ...places,
    ...(actedFrom && { from: actedFrom, to: actedTo }),
  };
}

/** Nothing at all was recorded here, which is another thing than a rate of zero. */
export function isEmpty(metrics: OverviewMetrics): boolean {
  return (
    metrics.itemCount === 0 && metrics.documents.length === 0 && metrics.trainings.length === 0
  );
}
