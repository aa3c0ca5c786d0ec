import { EmptyState, ErrorState, LoadingState, PageHeading, useFormat } from '@taizhang/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf, scopeParams } from '../scope/metrics-scope.ts';
import { ScopeFilters } from '../scope/scope-filters.tsx';
import { useScope } from '../scope/use-scope.ts';
import { CutChips, type CutChip } from './cut-chips.tsx';
import { pageSize, type Pages } from './use-pages.ts';
import './lists.css';

export interface ListPageProps {
  title: string;
  chips: readonly CutChip[];
  pages: Pages;
  fetching: boolean;
  error: Parameters<typeof ErrorState>[0]['error'] | undefined;
  onRetry(): void;
  connection:
    | { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
    | undefined;
  /** The table; shown when there are rows. */
  children: ReactNode;
}

/** The rows behind a number: how many, which conditions they meet, a page of them. */
export function ListPage(props: ListPageProps) {
  const { t } = useTranslation('dashboard');
  const scope = useScope();
  const { connection, error, fetching } = props;
  const total = connection?.totalCount;
  return (
    <>
      <Link className="db-back" to={addressOf('/', scopeParams(scope))}>
        <span aria-hidden="true">←</span> {t('lists.back')}
      </Link>
      <PageHeading
        title={
          <>
            {props.title}
            {total !== undefined ? (
              <span className="db-total" role="status">
                {t('lists.total', { count: total })}
              </span>
            ) : null}
          </>
        }
        actions={<ScopeFilters />}
      />
      <CutChips chips={props.chips} />
      <section className="tz-panel db-list" aria-label={props.title} aria-busy={fetching}>
        {connection === undefined ? (
          error && !fetching ? (
            <ErrorState error={error} onRetry={props.onRetry} />
          ) : (
            <LoadingState rows={10} />
          )
        ) : connection.totalCount === 0 ? (
          <EmptyState title={t('lists.emptyTitle')}>{t('lists.emptyBody')}</EmptyState>
        ) : (
          props.children
        )}
      </section>
      {connection ? <Pager {...props} connection={connection} /> : null}
    </>
  );
}

type PagedConnection = { connection: NonNullable<ListPageProps['connection']> };

function Pager({ pages, connection }: ListPageProps & PagedConnection) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { hasNextPage, endCursor } = connection.pageInfo;
  if (pages.previous === null && !hasNextPage) return null;
  const place = {
    from: format.number(pages.before + 1),
    to: format.number(Math.min(pages.before + pageSize, connection.totalCount)),
    total: format.number(connection.totalCount),
  };
  return (
    <nav className="db-pager" aria-label={t('lists.pager')}>
      {pages.previous === null ? null : <Link to={pages.previous}>{t('lists.previous')}</Link>}
      <span className="tz-number">{t('lists.page', place)}</span>
      {hasNextPage && endCursor ? <Link to={pages.next(endCursor)}>{t('lists.next')}</Link> : null}
    </nav>
  );
}
