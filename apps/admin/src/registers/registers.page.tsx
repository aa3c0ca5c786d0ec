import { PlusOutlined } from '@ant-design/icons';
import {
  DataTable,
  DemoTag,
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeading,
  Panel,
  StatusTag,
  useFormat,
  useLanguage,
  type TableColumn,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { FilterBar } from '../lists/filter-bar.tsx';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import { registersPageQuery, type RegisterRow } from './registers.queries.ts';
import '../lists/lists.css';
import './registers.css';

/** 登记簿 */
export function RegistersPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const mayDefine = useViewerMay('defineRegister');
  const address = useListAddress();
  const title = address.params.get('text');
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: registersPageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      ...(title && { filter: { title } }),
    },
    requestPolicy: 'cache-and-network',
  });
  const list = data?.registers;
  return (
    <>
      <title>{`${t('registers.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('registers.title')}
        subtitle={t('registers.subtitle')}
        actions={
          mayDefine ? (
            <Button
              type="primary"
              icon={<PlusOutlined />}
              onClick={() => void navigate('/registers/new')}
            >
              {t('registers.define')}
            </Button>
          ) : null
        }
      />
      <Panel flush>
        <FilterBar
          address={address}
          searchPlaceholder={t('registers.searchPlaceholder')}
          filterParams={[]}
        >
          {null}
        </FilterBar>
        {error && !list ? (
          <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />
        ) : null}
        {!error && !list ? <LoadingState rows={8} /> : null}
        {list?.nodes.length === 0 ? (
          <EmptyState title={t('registers.emptyTitle')}>{t('registers.emptyBody')}</EmptyState>
        ) : null}
        {list && list.nodes.length > 0 ? (
          <>
            <RegisterTable registers={list.nodes} isStale={fetching || stale} />
            <ListPager address={address} totalCount={list.totalCount} pageInfo={list.pageInfo} />
          </>
        ) : null}
      </Panel>
    </>
  );
}

function RegisterTable({
  registers,
  isStale,
}: {
  registers: readonly RegisterRow[];
  isStale: boolean;
}) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { pick } = useLanguage();
  const columns: TableColumn<RegisterRow>[] = [
    { key: 'title', title: t('registers.name'), render: (row) => <Title row={row} /> },
    {
      key: 'status',
      title: t('registers.state'),
      width: '100px',
      render: (row) => <StatusTag kind="RegisterStatus" value={row.status} />,
    },
    {
      key: 'entries',
      title: t('registers.entries'),
      width: '100px',
      align: 'end',
      render: (row) => <span className="tz-number">{format.number(row.entryCount)}</span>,
    },
    {
      key: 'open',
      title: t('registers.open'),
      width: '100px',
      align: 'end',
      render: (row) => <span className="tz-number">{format.number(row.openEntryCount)}</span>,
    },
    {
      key: 'organization',
      title: t('registers.organization'),
      width: '180px',
      render: (row) => row.organization.shortName ?? row.organization.name,
    },
  ];
  return (
    <DataTable
      label={t('registers.title')}
      columns={columns}
      rows={registers}
      rowKey={(row) => row.id}
      stale={isStale}
      card={(row) => (
        <article className="record-card">
          <Title row={row} />
          <span className="faint">
            {t('registers.counts', { all: row.entryCount, open: row.openEntryCount })}
          </span>
        </article>
      )}
    />
  );

  function Title({ row }: { row: RegisterRow }) {
    return (
      <span className="record-title">
        <Link to={`/registers/${row.id}`}>{pick(row.title)}</Link>{' '}
        <DemoTag provenance={row.provenance} />
        {row.description ? <span className="register-about">{pick(row.description)}</span> : null}
      </span>
    );
  }
}
