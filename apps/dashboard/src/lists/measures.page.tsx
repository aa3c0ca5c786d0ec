import { graphql } from '@taizhang/client';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useScope } from '../scope/use-scope.ts';
import { ListPage } from './list-page.tsx';
import { measureFilter, readMeasureCut } from './measure-cut.ts';
import { MeasureRow, measureRowFragment } from './measure-row.tsx';
import { pageSize, usePages } from './use-pages.ts';

const measuresQuery = graphql(
  `
    query DashboardMeasures($first: Int!, $after: String, $filter: CorrectiveMeasureFilter) {
      correctiveMeasures(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...MeasureRow
          }
        }
      }
    }
  `,
  [measureRowFragment],
);

export function MeasuresPage() {
  const { t } = useTranslation('dashboard');
  const scope = useScope();
  const [params] = useSearchParams();
  const cut = useMemo(() => readMeasureCut(params), [params]);
  const pages = usePages('/measures');
  const [{ data, error, fetching }, read] = useQuery({
    query: measuresQuery,
    variables: { first: pageSize, after: pages.after, filter: measureFilter(scope, cut) },
  });
  const connection = data?.correctiveMeasures ?? undefined;

  return (
    <ListPage
      title={t('measureList.title')}
      chips={cut.accepted ? [{ parameter: 'accepted', label: t('measureList.accepted') }] : []}
      pages={pages}
      fetching={fetching}
      error={error}
      onRetry={() => read({ requestPolicy: 'network-only' })}
      connection={connection}
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
            <MeasureRow key={node.id} measure={node} />
          ))}
        </tbody>
      </table>
    </ListPage>
  );
}
