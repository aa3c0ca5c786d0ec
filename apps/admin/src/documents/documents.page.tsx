import { PlusOutlined } from '@ant-design/icons';
import { EmptyState, ErrorState, LoadingState, PageHeading, Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import {
  DOCUMENT_FILTER_PARAMS,
  documentFilter,
  documentOrder,
  documentSort,
  documentSortParam,
} from './document-address.ts';
import { DocumentFilters } from './document-filters.tsx';
import { DocumentTable } from './document-table.tsx';
import { documentsPageQuery } from './documents-page.query.ts';

/** 制度文件: every document that the rectification touched. */
export function DocumentsPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const mayAdd = useViewerMay('addInstitutionalDocument');
  const address = useListAddress();
  return (
    <>
      <title>{`${t('documents.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('documents.title')}
        subtitle={t('documents.subtitle')}
        actions={
          mayAdd ? (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => void navigate('/documents/new')}
            >
              {t('documents.add')}
            </Button>
          ) : null
        }
      />
      <Panel flush>
        <DocumentFilters address={address} />
        <Documents address={address} />
      </Panel>
    </>
  );
}

function Documents({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const sort = documentSort(address.params);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: documentsPageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      filter: documentFilter(address.params),
      orderBy: documentOrder(sort),
    },
  });
  if (error && !data?.institutionalDocuments) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data?.institutionalDocuments) return <LoadingState rows={10} />;
  const { edges, pageInfo, totalCount } = data.institutionalDocuments;
  if (edges.length === 0) {
    const isFiltered = ['text', ...DOCUMENT_FILTER_PARAMS].some((param) =>
      address.params.has(param),
    );
    return isFiltered ? (
      <EmptyState
        title={t('documents.noMatchTitle')}
        action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
      >
        {t('items.noMatchBody')}
      </EmptyState>
    ) : (
      <EmptyState title={t('documents.emptyTitle')}>{t('documents.emptyBody')}</EmptyState>
    );
  }
  return (
    <>
      <DocumentTable
        documents={edges.map(({ node }) => node)}
        sort={sort}
        onSort={(next) => address.change({ sort: documentSortParam(next) })}
        stale={fetching || stale}
      />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
    </>
  );
}
