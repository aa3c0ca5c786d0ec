import {
  EmptyState,
  ErrorState,
  LoadingState,
  OverdueTag,
  PageHeading,
  Panel,
  useFormat,
  useTerm,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { workQuery, type WorkQueue, type WorkRow } from './work.query.ts';
import './work.css';

const FEW = 5;
/** The hub gives no more of a queue at once; whoever has more begins with the most urgent. */
const MOST = 100;

/** 我的工作: what waits for the viewer, by what they may do, the most urgent first. */
export function WorkPage() {
  const { t } = useTranslation('admin');
  const [first, setFirst] = useState(FEW);
  const [{ data, error, fetching }, reload] = useQuery({
    query: workQuery,
    variables: { first },
    requestPolicy: 'cache-and-network',
  });
  const queues = data?.myWork?.filter(({ count }) => count > 0);
  return (
    <>
      <title>{`${t('work.title')} · ${t('appName')}`}</title>
      <PageHeading title={t('work.title')} subtitle={t('work.subtitle')} />
      {!queues ? (
        <Panel flush>
          {error && !fetching ? (
            <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />
          ) : (
            <LoadingState rows={8} />
          )}
        </Panel>
      ) : queues.length === 0 ? (
        <Panel flush>
          <EmptyState title={t('work.emptyTitle')}>
            {t('work.emptyBody')} <Link to="/items">{t('work.toItems')}</Link>
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Summary queues={queues} />
          <div className="work-queues">
            {queues.map((queue) => (
              <Queue key={queue.kind} queue={queue} onAll={() => setFirst(MOST)} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

/** Every queue with its count, as the way to it. */
function Summary({ queues }: { queues: readonly WorkQueue[] }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const format = useFormat();
  return (
    <nav className="work-summary" aria-label={t('work.summary')}>
      {queues.map(({ kind, count }) => (
        <a key={kind} href={`#${kind}`}>
          <span className="work-count tz-number">{format.number(count)}</span>
          <span>{term('WorkQueueKind', kind)}</span>
        </a>
      ))}
    </nav>
  );
}

function Queue({ queue, onAll }: { queue: WorkQueue; onAll: () => void }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const format = useFormat();
  const { kind, count, rows } = queue;
  return (
    <Panel
      id={kind}
      flush
      title={term('WorkQueueKind', kind)}
      extra={
        <span className="faint tz-number">
          {t('work.count', { count, shown: format.number(count) })}
        </span>
      }
    >
      <ul className="work-rows">
        {rows.map((row) => (
          <li key={row.recordId}>
            <Row row={row} />
          </li>
        ))}
      </ul>
      {rows.length < Math.min(count, MOST) ? (
        <div className="work-more">
          <Button type="link" onClick={onAll}>
            {t('work.all', { count })}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}

function Row({ row }: { row: WorkRow }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const to = row.itemId ? `/items/${row.itemId}` : `/biweekly/${row.biweeklyReportId}`;
  const code = row.itemId ? row.code : t('work.period', { ordinal: row.code });
  return (
    <Link className="work-row" to={to}>
      <span className="work-row-main">
        <span className="work-row-title">{row.title}</span>
        {row.note && row.note !== row.title ? (
          <span className="work-row-note">{row.note}</span>
        ) : null}
        <span className="work-row-foot">{[code, row.unitName].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="work-row-due">
        {row.dueOn ? <span className="tz-number">{format.shortDate(row.dueOn)}</span> : null}
        <OverdueTag isOverdue={row.isOverdue} daysLate={row.daysLate} />
      </span>
    </Link>
  );
}
