import { graphql } from '@taizhang/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { metricsFilter } from '../scope/metrics-scope.ts';
import { useScope } from '../scope/use-scope.ts';
import { itemFilter } from './item-cut.ts';
import { ListPage } from './list-page.tsx';
import { isMeasureInCut, readMeasureCut } from './measure-cut.ts';
import { MeasureRows, measureRowsFragment } from './measure-rows.tsx';
import { pageSize, usePages } from './use-pages.ts';

const measuresQuery = graphql(
  `
    query DashboardMeasures(
      $first: Int!
      $after: String
      $filter: RectificationItemFilter
      $metrics: MetricsFilter
    ) {
      rectificationMetrics(filter: $metrics) {
        measureCount
        acceptedMeasureCount
      }
      rectificationItems(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...MeasureRows
          }
        }
      }
    }
  `,
  [measureRowsFragment],
);

/** Measures, read by the page of the items that they belong to: the hub lists measures under items only. */
export function MeasuresPage() {
  const { t } = useTranslation('dashboard');
  const scope = useScope();
  const [params] = useSearchParams();
  const cut = useMemo(() => readMeasureCut(params), [params]);
  const pages = usePages('/measures');
  const [{ data, error, fetching }, read] = useQuery({
    query: measuresQuery,
    variables: {
      first: pageSize,
      after: pages.after,
      filter: itemFilter(scope),
      metrics: metricsFilter(scope),
    },
  });
  const metrics = data?.rectificationMetrics;
  const connection = data?.rectificationItems ?? undefined;

  return (
    <ListPage
      title={t('measureList.title')}
      chips={cut.accepted ? [{ parameter: 'accepted', label: t('measureList.accepted') }] : []}
      pages={pages}
      fetching={fetching}
      error={error}
      onRetry={() => read({ requestPolicy: 'network-only' })}
      connection={connection}
      total={cut.accepted ? metrics?.acceptedMeasureCount : metrics?.measureCount}
      pageText={(place) => t('measureList.page', place)}
    >
      <table className="db-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {(['measure', 'item', 'unit', 'owner', 'status'] as const).map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`measureList.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {connection?.edges.map(({ node }) => (
            <MeasureRows
              key={node.id}
              item={node}
              isShown={(status) => isMeasureInCut(status, cut)}
            />
          ))}
        </tbody>
      </table>
    </ListPage>
  );
}
