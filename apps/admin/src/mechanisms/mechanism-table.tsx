import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import {
  DataTable,
  DemoTag,
  StatusTag,
  ToneTag,
  useLanguage,
  type TableColumn,
  type TableSort,
} from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mechanismRowFragment } from './mechanism-row.fragment.ts';
import '../lists/lists.css';

export interface MechanismTableProps {
  mechanisms: readonly FragmentOf<typeof mechanismRowFragment>[];
  sort: TableSort;
  onSort(sort: TableSort): void;
  stale: boolean;
}

type Row = ResultOf<typeof mechanismRowFragment>;

export function MechanismTable({ mechanisms, sort, onSort, stale }: MechanismTableProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const rows = mechanisms.map((mechanism) => readFragment(mechanismRowFragment, mechanism));
  const unknown = <span className="faint">—</span>;
  const columns: TableColumn<Row>[] = [
    {
      key: 'title',
      title: t('mechanisms.columns.title'),
      sortKey: 'title',
      render: (row) => <Title row={row} />,
    },
    {
      key: 'cadence',
      title: t('mechanisms.columns.cadence'),
      width: '220px',
      render: (row) => pick(row.cadenceText),
    },
    {
      key: 'unit',
      title: t('mechanisms.columns.unit'),
      width: '130px',
      render: (row) => row.responsibleUnit?.shortName ?? row.responsibleUnit?.name ?? unknown,
    },
    {
      key: 'status',
      title: t('mechanisms.columns.status'),
      width: '100px',
      render: (row) => <StatusTag kind="MechanismStatus" value={row.status} />,
    },
    {
      key: 'next',
      title: t('mechanisms.columns.next'),
      width: '122px',
      render: (row) => {
        const next = row.open?.nodes[0];
        return next ? <span className="tz-number">{next.dueOn}</span> : unknown;
      },
    },
    {
      key: 'done',
      title: t('mechanisms.columns.done'),
      width: '72px',
      align: 'end',
      render: (row) => row.done?.totalCount ?? unknown,
    },
    {
      key: 'missed',
      title: t('mechanisms.columns.missed'),
      width: '72px',
      align: 'end',
      render: (row) => <Missed count={row.missed?.totalCount ?? 0} />,
    },
  ];
  return (
    <DataTable
      label={t('mechanisms.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      card={(row) => (
        <article className="record-card">
          <Title row={row} />
          <div className="tag-row">
            <StatusTag kind="MechanismStatus" value={row.status} />
            <span className="faint">{pick(row.cadenceText)}</span>
            {row.missed?.totalCount ? (
              <ToneTag tone="danger">
                {t('mechanisms.missedCount', { count: row.missed.totalCount })}
              </ToneTag>
            ) : null}
          </div>
        </article>
      )}
      sort={sort}
      onSort={onSort}
      stale={stale}
    />
  );
}

const Missed = ({ count }: { count: number }) =>
  count ? <span className="mechanism-missed">{count}</span> : <span className="faint">0</span>;

function Title({ row }: { row: Row }) {
  return (
    <span className="record-title">
      <Link to={`/mechanisms/${row.id}`}>{row.title}</Link> <DemoTag provenance={row.provenance} />
    </span>
  );
}
