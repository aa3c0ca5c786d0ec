import type { ResultOf } from '@taizhang/client';
import {
  DataTable,
  ErrorState,
  LoadingState,
  Panel,
  StatusTag,
  ToneTag,
  useFormat,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { biweeklyRowsQuery } from './biweekly.queries.ts';

type Node = NonNullable<ResultOf<typeof biweeklyRowsQuery>['node']>;
type Rows = NonNullable<Extract<Node, { __typename: 'BiweeklyReport' }>['rows']>;
type Row = Rows['edges'][number]['node'];

/** 定稿清单: every item as it was when the report was signed. */
export function SnapshotPanel({ id }: { id: string }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, reload] = useQuery({
    query: biweeklyRowsQuery,
    variables: { id, after },
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => reload()} />;
  if (!data) return <LoadingState rows={6} />;
  if (data.node?.__typename !== 'BiweeklyReport' || !data.node.rows) return null;
  const { edges, pageInfo } = data.node.rows;
  const item = (row: Row) => (
    <>
      <Link to={`/items/${row.itemId}`}>
        <span className="tz-number">{row.code}</span> {row.title}
      </Link>
      {row.progress ? <p className="biweekly-said faint">{row.progress}</p> : null}
    </>
  );
  const state = (row: Row) => (
    <>
      <StatusTag kind="ItemStatus" value={row.status} />{' '}
      {row.isOverdue ? <ToneTag tone="danger">{t('biweekly.overdue')}</ToneTag> : null}
    </>
  );
  const due = (row: Row) => (row.dueOn ? format.date(row.dueOn) : '—');
  return (
    <Panel title={t('biweekly.snapshot')} flush>
      {edges.length === 0 ? <p className="faint">{t('biweekly.snapshotEmpty')}</p> : null}
      <DataTable
        label={t('biweekly.snapshot')}
        rows={edges.map(({ node }) => node)}
        rowKey={(row) => row.id}
        group={(row) => row.areaTitle}
        columns={[
          { key: 'item', title: t('biweekly.item'), render: item },
          { key: 'state', title: t('biweekly.status'), width: '150px', render: state },
          {
            key: 'unit',
            title: t('biweekly.unit'),
            width: '130px',
            render: ({ responsibleUnitName }) => responsibleUnitName ?? '—',
          },
          {
            key: 'leader',
            title: t('biweekly.leader'),
            width: '150px',
            render: ({ leadLeaderName }) => leadLeaderName ?? '—',
          },
          { key: 'due', title: t('biweekly.dueOn'), width: '140px', render: due },
          {
            key: 'evidence',
            title: t('biweekly.evidence'),
            width: '70px',
            align: 'end',
            render: ({ acceptedEvidenceCount }) => acceptedEvidenceCount,
          },
        ]}
        card={(row) => (
          <div className="biweekly-card">
            {item(row)}
            <p>{state(row)}</p>
            <p className="faint tz-number">
              {[row.responsibleUnitName, due(row)].filter(Boolean).join(' · ')}
            </p>
          </div>
        )}
      />
      {after !== null || pageInfo.hasNextPage ? (
        <div className="biweekly-hand-in">
          <Button disabled={after === null} onClick={() => setAfter(null)}>
            {t('common.previousPage')}
          </Button>
          <Button disabled={!pageInfo.hasNextPage} onClick={() => setAfter(pageInfo.endCursor)}>
            {t('common.nextPage')}
          </Button>
        </div>
      ) : null}
    </Panel>
  );
}
