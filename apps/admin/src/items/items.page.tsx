import { PlusOutlined } from '@ant-design/icons';
import { readItemFilter } from '@taizhang/rectification/rules';
import { EmptyState, ErrorState, LoadingState, PageHeading, Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import { ItemFilters } from './item-filters.tsx';
import { itemsPageQuery } from './items-page.query.ts';
import {
  LEDGER_FILTER_PARAMS,
  ledgerOrder,
  ledgerSort,
  ledgerSortParam,
} from './ledger-address.ts';
import { LedgerTable } from './ledger-table.tsx';

/** 问题台账: the ledger, narrowed and sorted by its address. */
export function ItemsPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const mayRegister = useViewerMay('registerRectificationItem');
  const address = useListAddress();
  return (
    <>
      <title>{`${t('items.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('items.title')}
        subtitle={t('items.subtitle')}
        actions={
          mayRegister ? (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => void navigate('/items/new')}
            >
              {t('items.register')}
            </Button>
          ) : null
        }
      />
      <Panel flush>
        <ItemFilters address={address} />
        <Ledger address={address} />
      </Panel>
    </>
  );
}

function Ledger({ address }: { address: ListAddress }) {
  const sort = ledgerSort(address.params);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: itemsPageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      filter: readItemFilter(address.params),
      orderBy: ledgerOrder(sort),
    },
  });
  if (error && !data?.rectificationItems) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data?.rectificationItems) return <LoadingState rows={10} />;
  const { edges, pageInfo, totalCount } = data.rectificationItems;
  if (edges.length === 0) return <NoItems address={address} />;
  return (
    <>
      <LedgerTable
        items={edges.map(({ node }) => node)}
        sort={sort}
        onSort={(next) => address.change({ sort: ledgerSortParam(next) })}
        stale={fetching || stale}
      />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
    </>
  );
}

function NoItems({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const mayImport = useViewerMay('importNotice');
  const mayRegister = useViewerMay('registerRectificationItem');
  const isFiltered = ['text', ...LEDGER_FILTER_PARAMS].some((param) => address.params.has(param));
  if (!isFiltered) {
    return (
      <EmptyState title={t('items.emptyTitle')}>
        {mayImport || mayRegister ? t('items.emptyBody') : t('items.emptyForReader')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('items.noMatchTitle')}
      action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
    >
      {t('items.noMatchBody')}
    </EmptyState>
  );
}
