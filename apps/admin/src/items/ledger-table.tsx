import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import {
  DataTable,
  DemoTag,
  OverdueTag,
  StatusTag,
  useTerm,
  type TableColumn,
  type TableSort,
} from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ledgerRowFragment } from './ledger-row.fragment.ts';
import { MeasureProgress } from './measure-progress.tsx';
import './items.css';
import { usePersonName } from '../people/use-person-name.ts';

export interface LedgerTableProps {
  items: readonly FragmentOf<typeof ledgerRowFragment>[];
  sort: TableSort;
  onSort(sort: TableSort): void;
  stale: boolean;
}

type Row = ResultOf<typeof ledgerRowFragment>;

export function LedgerTable({ items, sort, onSort, stale }: LedgerTableProps) {
  const { t } = useTranslation('admin');
  const nameOf = usePersonName();
  const rows = items.map((item) => readFragment(ledgerRowFragment, item));
  const columns: TableColumn<Row>[] = [
    {
      key: 'code',
      title: t('items.columns.code'),
      width: '128px',
      sortKey: 'code',
      render: (row) => <span className="ledger-code tz-number">{row.code}</span>,
    },
    { key: 'title', title: t('items.columns.title'), render: (row) => <ItemTitle row={row} /> },
    {
      key: 'status',
      title: t('items.columns.status'),
      width: '118px',
      sortKey: 'status',
      render: (row) => <StatusTag kind="ItemStatus" value={row.status} />,
    },
    {
      key: 'leader',
      title: t('items.columns.leader'),
      width: '176px',
      render: (row) => nameOf(row.leadLeader) ?? <span className="faint">—</span>,
    },
    {
      key: 'unit',
      title: t('items.columns.unit'),
      width: '124px',
      render: (row) => nameOf(row.responsibleUnit) ?? <span className="faint">—</span>,
    },
    {
      key: 'due',
      title: t('items.columns.due'),
      width: '122px',
      sortKey: 'dueOn',
      render: (row) => <DueDate row={row} />,
    },
    {
      key: 'measures',
      title: t('items.columns.measures'),
      width: '92px',
      render: (row) => (
        <MeasureProgress accepted={row.acceptedMeasureCount} total={row.measureCount} />
      ),
    },
    {
      key: 'evidence',
      title: t('items.columns.evidence'),
      width: '84px',
      align: 'end',
      render: (row) => row.evidenceCount || <span className="faint">—</span>,
    },
  ];
  return (
    <DataTable
      label={t('items.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      card={(row) => <ItemCard row={row} />}
      sort={sort}
      onSort={onSort}
      stale={stale}
      {...(sort.key === 'code'
        ? {
            group: ({ area }: Row) =>
              t('items.areaHeading', { ordinal: area.ordinal, title: area.title }),
          }
        : {})}
    />
  );
}

function ItemTitle({ row }: { row: Row }) {
  const term = useTerm();
  return (
    <div className="ledger-title">
      <Link to={`/items/${row.id}`}>{row.title}</Link>
      <span className="ledger-marks">
        {row.type ? <span className="faint">{term('RectificationType', row.type)}</span> : null}
        <DemoTag provenance={row.provenance} />
      </span>
    </div>
  );
}

function DueDate({ row }: { row: Row }) {
  const { t } = useTranslation('admin');
  if (!row.dueOn) return <span className="faint">{t('items.notDated')}</span>;
  return (
    <span className="ledger-due">
      <span className="tz-number">{row.dueOn}</span>
      <OverdueTag isOverdue={row.isOverdue} daysLate={row.daysLate} />
    </span>
  );
}

function ItemCard({ row }: { row: Row }) {
  const nameOf = usePersonName();
  return (
    <article className="ledger-card">
      <div className="ledger-card-head">
        <span className="ledger-code tz-number">{row.code}</span>
        <StatusTag kind="ItemStatus" value={row.status} />
        <OverdueTag isOverdue={row.isOverdue} daysLate={row.daysLate} />
        <DemoTag provenance={row.provenance} />
      </div>
      <Link to={`/items/${row.id}`} className="ledger-card-title">
        {row.title}
      </Link>
      <div className="ledger-card-foot">
        <span>
          {[nameOf(row.leadLeader), nameOf(row.responsibleUnit)].filter(Boolean).join(' · ') || '—'}
        </span>
        {row.dueOn ? <span className="tz-number">{row.dueOn}</span> : null}
        <MeasureProgress accepted={row.acceptedMeasureCount} total={row.measureCount} />
      </div>
    </article>
  );
}
