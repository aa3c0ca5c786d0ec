import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeading,
  Panel,
  useFormat,
  useTerm,
} from '@taizhang/ui';
import { Alert, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { readKind, SEARCH_KINDS } from './search-address.ts';
import { SearchHit } from './search-hit.tsx';
import { searchPageQuery } from './search-page.query.ts';
import './search.css';

/** 全文检索: what was found across the ledger, best first. */
export function SearchPage() {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const address = useListAddress();
  const text = address.params.get('q')?.trim() ?? '';
  const kind = readKind(address.params);
  return (
    <>
      <title>{`${text || t('search.title')} · ${t('appName')}`}</title>
      <PageHeading title={t('search.title')} subtitle={t('search.subtitle')} />
      <Panel flush>
        <div className="search-bar">
          <SearchForm key={text} address={address} text={text} />
          <Segmented
            aria-label={t('search.kinds')}
            value={kind ?? 'ALL'}
            options={(['ALL', ...SEARCH_KINDS] as const).map((value) => ({
              value,
              label: value === 'ALL' ? t('search.allKinds') : term('SearchKind', value),
            }))}
            onChange={(value) => address.change({ kind: value === 'ALL' ? null : value })}
          />
        </div>
        {text ? (
          <Results address={address} text={text} />
        ) : (
          <EmptyState title={t('search.beginTitle')}>{t('search.beginBody')}</EmptyState>
        )}
      </Panel>
    </>
  );
}

function SearchForm({ address, text }: { address: ListAddress; text: string }) {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState(text);
  return (
    <div className="search-bar-box">
      <Input.Search
        enterButton
        allowClear
        maxLength={200}
        autoFocus={!text}
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(value) => address.change({ q: value.trim() || null })}
      />
    </div>
  );
}

function Results({ address, text }: { address: ListAddress; text: string }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const kind = readKind(address.params);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: searchPageQuery,
    variables: {
      text,
      kinds: kind ? [kind] : null,
      first: address.size,
      after: address.after ?? null,
    },
    // What was changed a moment ago has to be found.
    requestPolicy: 'cache-and-network',
  });
  if (error && !data?.search)
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!data?.search) return <LoadingState rows={8} />;
  const { edges, pageInfo, foundCount, isComplete } = data.search;
  const note = isComplete ? null : (
    <Alert className="search-note" type="info" showIcon title={t('search.incomplete')} />
  );
  if (edges.length === 0)
    return (
      <>
        {note}
        <EmptyState title={t('search.noMatchTitle')}>{t('search.noMatchBody')}</EmptyState>
      </>
    );
  const formatted = format.number(foundCount);
  return (
    <>
      {note}
      <p className="search-count faint" role="status">
        {foundCount >= COUNTED
          ? t('search.foundMany', { formatted })
          : t('search.found', { count: foundCount, formatted })}
      </p>
      <ul className="search-hits" aria-busy={fetching || stale}>
        {edges.map(({ node }) => (
          <SearchHit key={node.record.id} hit={node} />
        ))}
      </ul>
      {address.page > 1 || pageInfo.hasNextPage ? (
        <nav className="search-pager" aria-label={t('search.pages')}>
          <Button disabled={address.page === 1} onClick={address.previousPage}>
            {t('search.previous')}
          </Button>
          <Button
            disabled={!pageInfo.hasNextPage || !pageInfo.endCursor}
            onClick={() => pageInfo.endCursor && address.nextPage(pageInfo.endCursor)}
          >
            {t('search.next')}
          </Button>
        </nav>
      ) : null}
    </>
  );
}

/** As far as the hub counts. */
const COUNTED = 1_000;
