import { readFragment, type FragmentOf, type ResultOf } from '@taizhang/client';
import {
  DataTable,
  DemoTag,
  ToneTag,
  useTerm,
  type TableColumn,
  type TableSort,
} from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePersonName } from '../people/use-person-name.ts';
import { documentRowFragment } from './document-row.fragment.ts';
import { DocumentStatus } from './document-status.tsx';
import '../lists/lists.css';

export interface DocumentTableProps {
  documents: readonly FragmentOf<typeof documentRowFragment>[];
  sort: TableSort;
  onSort(sort: TableSort): void;
  stale: boolean;
}

type Row = ResultOf<typeof documentRowFragment>;

export function DocumentTable({ documents, sort, onSort, stale }: DocumentTableProps) {
  const { t } = useTranslation('admin');
  const nameOf = usePersonName();
  const rows = documents.map((document) => readFragment(documentRowFragment, document));
  const columns: TableColumn<Row>[] = [
    {
      key: 'title',
      title: t('documents.columns.title'),
      sortKey: 'title',
      render: (row) => <DocumentTitle row={row} />,
    },
    {
      key: 'status',
      title: t('documents.columns.status'),
      width: '190px',
      sortKey: 'status',
      render: (row) => <DocumentStatus status={row.status} isReported={row.statusIsReported} />,
    },
    {
      key: 'actions',
      title: t('documents.columns.actions'),
      width: '150px',
      render: (row) => <ActionTags row={row} />,
    },
    {
      key: 'number',
      title: t('documents.columns.number'),
      width: '190px',
      render: (row) => row.currentVersion?.documentNumber ?? <span className="faint">—</span>,
    },
    {
      key: 'unit',
      title: t('documents.columns.unit'),
      width: '150px',
      render: (row) => nameOf(row.responsibleUnit) ?? <span className="faint">—</span>,
    },
  ];
  return (
    <DataTable
      label={t('documents.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      card={(row) => (
        <article className="record-card">
          <DocumentTitle row={row} />
          <div className="tag-row">
            <DocumentStatus status={row.status} isReported={row.statusIsReported} />
            <ActionTags row={row} />
          </div>
        </article>
      )}
      sort={sort}
      onSort={onSort}
      stale={stale}
    />
  );
}

function DocumentTitle({ row }: { row: Row }) {
  return (
    <span className="record-title">
      <Link to={`/documents/${row.id}`}>《{row.title}》</Link>{' '}
      <DemoTag provenance={row.provenance} />
    </span>
  );
}

function ActionTags({ row }: { row: Row }) {
  const term = useTerm();
  const kinds = [...new Set(row.actions.map(({ action }) => action))];
  return (
    <span className="tag-row">
      {kinds.map((kind) => (
        <ToneTag key={kind} tone={kind === 'MENTION' ? 'muted' : 'info'}>
          {term('DocumentActionKind', kind)}
        </ToneTag>
      ))}
    </span>
  );
}
