import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import { EmptyState, Panel, useFormat, useLanguage } from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventChanges } from './event-changes.tsx';
import { itemHistoryFragment } from './history-panel.fragment.ts';

const FIRST_SHOWN = 8;

/** Null when it could not be read. */
export type History = ResultOf<typeof itemHistoryFragment>['history'];

/** The history of an item and of what belongs to it. */
export function HistoryPanel(props: { item: FragmentOf<typeof itemHistoryFragment> }) {
  return <HistoryList history={readFragment(itemHistoryFragment, props.item).history} />;
}

/** Who did what, when and why: the hub's append-only log, newest first. */
export function HistoryList({ history }: { history: History }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { pick } = useLanguage();
  const [all, setAll] = useState(false);
  const events = history?.edges ?? [];
  const shown = all ? events : events.slice(0, FIRST_SHOWN);
  return (
    <Panel title={t('item.history')} extra={t('common.total', { count: history?.totalCount ?? 0 })}>
      {events.length === 0 ? <EmptyState compact title={t('item.historyEmpty')} /> : null}
      <ol className="history">
        {shown.map(({ node }) => (
          <li key={node.id}>
            <p className="history-what">{pick(node.words)}</p>
            <EventChanges before={node.before} after={node.after} />
            {node.reason ? (
              <p className="history-reason">{t('item.reason', { reason: node.reason })}</p>
            ) : null}
            <p className="faint tz-number">
              {node.actorName} ·{' '}
              <time dateTime={node.occurredAt}>{format.dateTime(node.occurredAt)}</time>
            </p>
          </li>
        ))}
      </ol>
      {shown.length < events.length ? (
        <Button size="small" type="link" className="history-more" onClick={() => setAll(true)}>
          {t('item.olderHistory')}
        </Button>
      ) : null}
    </Panel>
  );
}
