import { graphql } from '@taizhang/client';
import { useTerm } from '@taizhang/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useScope } from '../scope/use-scope.ts';
import { ListPage } from './list-page.tsx';
import { readTrainingCut, trainingFilter } from './training-cut.ts';
import { TrainingRow, trainingRowFragment } from './training-row.tsx';
import { useMonthName } from './use-month-name.ts';
import { pageSize, usePages } from './use-pages.ts';

const trainingsQuery = graphql(
  `
    query DashboardTrainings($first: Int!, $after: String, $filter: TrainingFilter) {
      trainings(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...TrainingRow
          }
        }
      }
    }
  `,
  [trainingRowFragment],
);

export function TrainingsPage() {
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const monthName = useMonthName();
  const scope = useScope();
  const [params] = useSearchParams();
  const cut = useMemo(() => readTrainingCut(params), [params]);
  const pages = usePages('/trainings');
  const [{ data, error, fetching }, read] = useQuery({
    query: trainingsQuery,
    variables: { first: pageSize, after: pages.after, filter: trainingFilter(scope, cut) },
  });
  const connection = data?.trainings ?? undefined;

  return (
    <ListPage
      title={t('trainingList.title')}
      chips={[
        ...(cut.kind ? [{ parameter: 'kind', label: term('TrainingKind', cut.kind) }] : []),
        ...(cut.month ? [{ parameter: 'month', label: monthName(cut.month) }] : []),
      ]}
      pages={pages}
      fetching={fetching}
      error={error}
      onRetry={() => read({ requestPolicy: 'network-only' })}
      connection={connection}
    >
      <table className="db-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {(
              [
                'heldOn',
                'topic',
                'kind',
                'item',
                'unit',
                'sessions',
                'attendances',
                'hours',
              ] as const
            ).map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`trainingList.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {connection?.edges.map(({ node }) => (
            <TrainingRow key={node.id} training={node} />
          ))}
        </tbody>
      </table>
    </ListPage>
  );
}
