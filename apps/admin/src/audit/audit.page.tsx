import {
  EmptyState,
  ErrorState,
  ForbiddenState,
  LoadingState,
  PageHeading,
  Panel,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import { AUDIT_FILTER_PARAMS, auditFilter } from './audit-address.ts';
import { AuditFilters } from './audit-filters.tsx';
import { auditPageQuery, type AuditEvent } from './audit-page.query.ts';
import { AuditTable } from './audit-table.tsx';
import { ChainPanel } from './chain-panel.tsx';
import { WatchPanel } from './watch-panel.tsx';
import { EventDrawer } from './event-drawer.tsx';
import './audit.css';

/** 审计日志, for the audit administrator alone. */
export function AuditPage() {
  return useViewerMay('auditEvents') ? <AuditLog /> : <ForbiddenState />;
}

function AuditLog() {
  const { t } = useTranslation('admin');
  const address = useListAddress();
  return (
    <>
      <title>{`${t('audit.title')} · ${t('appName')}`}</title>
      <PageHeading title={t('audit.title')} subtitle={t('audit.subtitle')} />
      <ChainPanel />
      <WatchPanel />
      <Panel flush>
        <AuditFilters address={address} />
        <Events address={address} />
      </Panel>
    </>
  );
}

function Events({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const [opened, setOpened] = useState<AuditEvent | null>(null);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: auditPageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      filter: auditFilter(address.params),
    },
    // The log grows while one looks at other pages.
    requestPolicy: 'cache-and-network',
  });
  if (error && !data?.auditEvents) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data?.auditEvents) return <LoadingState rows={10} />;
  const { edges, pageInfo, totalCount } = data.auditEvents;
  if (edges.length === 0) {
    const isFiltered = ['text', ...AUDIT_FILTER_PARAMS].some((param) => address.params.has(param));
    return isFiltered ? (
      <EmptyState
        title={t('audit.noMatchTitle')}
        action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
      >
        {t('audit.noMatchBody')}
      </EmptyState>
    ) : (
      <EmptyState title={t('audit.emptyTitle')} />
    );
  }
  return (
    <>
      <AuditTable
        events={edges.map(({ node }) => node)}
        stale={fetching || stale}
        onOpen={setOpened}
      />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
      <EventDrawer event={opened} onClose={() => setOpened(null)} />
    </>
  );
}
