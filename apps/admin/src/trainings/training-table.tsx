import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import {
  DataTable,
  DemoTag,
  StatusTag,
  ToneTag,
  useTerm,
  type TableColumn,
  type TableSort,
} from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePersonName } from '../people/use-person-name.ts';
import { trainingRowFragment } from './training-row.fragment.ts';
import '../lists/lists.css';

export interface TrainingTableProps {
  trainings: readonly FragmentOf<typeof trainingRowFragment>[];
  sort: TableSort;
  onSort(sort: TableSort): void;
  stale: boolean;
}

type Row = ResultOf<typeof trainingRowFragment>;

export function TrainingTable({ trainings, sort, onSort, stale }: TrainingTableProps) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const nameOf = usePersonName();
  const rows = trainings.map((training) => readFragment(trainingRowFragment, training));
  const unknown = <span className="faint">—</span>;
  const columns: TableColumn<Row>[] = [
    {
      key: 'heldOn',
      title: t('trainings.columns.heldOn'),
      width: '122px',
      sortKey: 'heldOn',
      render: (row) =>
        row.heldOn ? (
          <span className="tz-number">{row.heldOn}</span>
        ) : (
          <span className="faint">{t('trainings.notDated')}</span>
        ),
    },
    {
      key: 'topic',
      title: t('trainings.columns.topic'),
      sortKey: 'topic',
      render: (row) => <Topic row={row} />,
    },
    {
      key: 'kind',
      title: t('trainings.columns.kind'),
      width: '130px',
      render: (row) => term('TrainingKind', row.kind),
    },
    {
      key: 'direction',
      title: t('trainings.columns.direction'),
      width: '92px',
      render: (row) => term('TrainingDirection', row.direction),
    },
    {
      key: 'status',
      title: t('trainings.columns.status'),
      width: '110px',
      render: (row) => <StatusTag kind="TrainingStatus" value={row.status} />,
    },
    {
      key: 'unit',
      title: t('trainings.columns.unit'),
      width: '140px',
      render: (row) => nameOf(row.responsibleUnit) ?? unknown,
    },
    {
      key: 'sessions',
      title: t('trainings.columns.sessions'),
      width: '78px',
      align: 'end',
      render: (row) => row.sessionCount,
    },
    {
      key: 'attendances',
      title: t('trainings.columns.attendances'),
      width: '104px',
      align: 'end',
      render: (row) => row.attendanceCount ?? unknown,
    },
    {
      key: 'hours',
      title: t('trainings.columns.hours'),
      width: '76px',
      align: 'end',
      render: (row) => row.hours ?? unknown,
    },
  ];
  return (
    <DataTable
      label={t('trainings.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      card={(row) => (
        <article className="record-card">
          <Topic row={row} />
          <div className="tag-row">
            <ToneTag tone="neutral">{term('TrainingKind', row.kind)}</ToneTag>
            <StatusTag kind="TrainingStatus" value={row.status} />
            <span className="faint tz-number">{row.heldOn ?? t('trainings.notDated')}</span>
          </div>
        </article>
      )}
      sort={sort}
      onSort={onSort}
      stale={stale}
    />
  );
}

function Topic({ row }: { row: Row }) {
  return (
    <span className="record-title">
      <Link to={`/trainings/${row.id}`}>{row.topic}</Link> <DemoTag provenance={row.provenance} />
    </span>
  );
}
