import { PlusOutlined } from '@ant-design/icons';
import {
  DataTable,
  EmptyState,
  ErrorState,
  ForbiddenState,
  LoadingState,
  PageHeading,
  Panel,
  ToneTag,
  useFormat,
  useTerm,
  type TableColumn,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FilterBar } from '../lists/filter-bar.tsx';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import { AddApiClientDialog } from './add-api-client-dialog.tsx';
import { apiClientsQuery, type ApiClientRow } from './api-clients.queries.ts';
import { DisableClientDialog } from './disable-client-dialog.tsx';
import { RotateTokenDialog } from './rotate-token-dialog.tsx';
import { TokenDialog, type ShownToken } from './token-dialog.tsx';
import '../lists/lists.css';
import './api-clients.css';

/** 接口客户端, for the security administrator. */
export function ApiClientsPage() {
  return useViewerMay('addApiClient') ? <ApiClients /> : <ForbiddenState />;
}

type Opened =
  | { dialog: 'add' }
  | { dialog: 'rotate' | 'disable'; client: ApiClientRow }
  | { dialog: 'token'; shown: ShownToken };

function ApiClients() {
  const { t } = useTranslation('admin');
  const address = useListAddress();
  const [opened, setOpened] = useState<Opened | null>(null);
  const text = address.params.get('text');
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: apiClientsQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      ...(text && { filter: { text } }),
    },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const close = () => {
    setOpened(null);
    refresh();
  };
  const showToken = (shown: ShownToken) => setOpened({ dialog: 'token', shown });
  const list = data?.apiClients;
  return (
    <>
      <title>{`${t('apiClients.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('apiClients.title')}
        subtitle={t('apiClients.subtitle')}
        actions={
          <Button
            type="primary"
            icon={<PlusOutlined />}
            onClick={() => setOpened({ dialog: 'add' })}
          >
            {t('apiClients.add')}
          </Button>
        }
      />
      <Panel flush>
        <FilterBar
          address={address}
          searchPlaceholder={t('apiClients.searchPlaceholder')}
          filterParams={[]}
        >
          {null}
        </FilterBar>
        {error && !data ? <ErrorState error={error} onRetry={refresh} /> : null}
        {!error && !list ? <LoadingState rows={6} /> : null}
        {list?.edges.length === 0 ? (
          <EmptyState title={t('apiClients.emptyTitle')}>{t('apiClients.emptyBody')}</EmptyState>
        ) : null}
        {list && list.edges.length > 0 ? (
          <>
            <ApiClientTable
              clients={list.edges.map(({ node }) => node)}
              isStale={fetching || stale}
              onOpen={setOpened}
            />
            <ListPager address={address} totalCount={list.totalCount} pageInfo={list.pageInfo} />
          </>
        ) : null}
      </Panel>
      {opened?.dialog === 'add' ? <AddApiClientDialog onClose={close} onAdded={showToken} /> : null}
      {opened?.dialog === 'rotate' ? (
        <RotateTokenDialog client={opened.client} onClose={close} onRotated={showToken} />
      ) : null}
      {opened?.dialog === 'disable' ? (
        <DisableClientDialog client={opened.client} onClose={close} />
      ) : null}
      {opened?.dialog === 'token' ? <TokenDialog shown={opened.shown} onClose={close} /> : null}
    </>
  );
}

interface ApiClientTableProps {
  clients: readonly ApiClientRow[];
  isStale: boolean;
  onOpen(opened: Opened): void;
}

function ApiClientTable({ clients, isStale, onOpen }: ApiClientTableProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const format = useFormat();
  const place = (row: ApiClientRow) => `${term('Role', row.role)} · ${row.organization.name}`;
  const columns: TableColumn<ApiClientRow>[] = [
    { key: 'name', title: t('apiClients.name'), render: (row) => row.name },
    { key: 'place', title: t('people.role'), render: place },
    {
      key: 'scopes',
      title: t('apiClients.scopes'),
      render: (row) => <span className="faint">{row.scopes.join(', ')}</span>,
    },
    {
      key: 'expiresOn',
      title: t('apiClients.expiresOn'),
      width: '130px',
      render: (row) => format.date(row.expiresOn),
    },
    {
      key: 'lastUsedAt',
      title: t('apiClients.lastUsedAt'),
      width: '160px',
      render: (row) =>
        row.lastUsedAt ? (
          format.dateTime(row.lastUsedAt)
        ) : (
          <span className="faint">{t('apiClients.never')}</span>
        ),
    },
    {
      key: 'state',
      title: t('people.state'),
      width: '220px',
      render: (row) => <ClientState client={row} onOpen={onOpen} />,
    },
  ];
  return (
    <DataTable
      label={t('apiClients.title')}
      columns={columns}
      rows={clients}
      rowKey={(row) => row.id}
      stale={isStale}
      card={(row) => (
        <article className="record-card">
          <strong>{row.name}</strong>
          <span className="faint">{place(row)}</span>
          <span className="faint">{row.scopes.join(', ')}</span>
          <ClientState client={row} onOpen={onOpen} />
        </article>
      )}
    />
  );
}

function ClientState({
  client,
  onOpen,
}: {
  client: ApiClientRow;
  onOpen: ApiClientTableProps['onOpen'];
}) {
  const { t } = useTranslation('admin');
  const may = (action: string) =>
    client.allowedActions.some((one) => one.action === action && one.allowed);
  return (
    <span className="tag-row">
      {client.disabledAt ? (
        <ToneTag tone="neutral">{t('people.disabled')}</ToneTag>
      ) : client.isExpired ? (
        <ToneTag tone="danger">{t('apiClients.expired')}</ToneTag>
      ) : (
        <ToneTag tone="success">{t('people.enabled')}</ToneTag>
      )}
      {may('rotateApiClientToken') ? (
        <Button size="small" onClick={() => onOpen({ dialog: 'rotate', client })}>
          {t('apiClients.rotate')}
        </Button>
      ) : null}
      {may('disableApiClient') ? (
        <Button size="small" danger onClick={() => onOpen({ dialog: 'disable', client })}>
          {t('apiClients.disable')}
        </Button>
      ) : null}
    </span>
  );
}
