import { graphql } from '@taizhang/client';
import { useTerm } from '@taizhang/ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useScope } from '../scope/use-scope.ts';
import { documentFilter, readDocumentCut } from './document-cut.ts';
import { DocumentRow, documentRowFragment } from './document-row.tsx';
import { ListPage } from './list-page.tsx';
import { useMonthName } from './use-month-name.ts';
import { pageSize, usePages } from './use-pages.ts';

const documentsQuery = graphql(
  `
    query DashboardDocuments($first: Int!, $after: String, $filter: InstitutionalDocumentFilter) {
      institutionalDocuments(first: $first, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            ...DocumentRow
          }
        }
      }
    }
  `,
  [documentRowFragment],
);

export function DocumentsPage() {
  const { t } = useTranslation('dashboard');
  const term = useTerm();
  const monthName = useMonthName();
  const scope = useScope();
  const [params] = useSearchParams();
  const cut = useMemo(() => readDocumentCut(params), [params]);
  const pages = usePages('/documents');
  const [{ data, error, fetching }, read] = useQuery({
    query: documentsQuery,
    variables: { first: pageSize, after: pages.after, filter: documentFilter(scope, cut) },
  });
  const connection = data?.institutionalDocuments ?? undefined;

  return (
    <ListPage
      title={t('documentList.title')}
      chips={[
        ...(cut.action
          ? [{ parameter: 'action', label: term('DocumentActionKind', cut.action) }]
          : []),
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
            {(['document', 'actions', 'item', 'unit', 'status'] as const).map((column) => (
              <th key={column} role="columnheader" scope="col">
                {t(`documentList.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {connection?.edges.map(({ node }) => (
            <DocumentRow key={node.id} document={node} />
          ))}
        </tbody>
      </table>
    </ListPage>
  );
}
