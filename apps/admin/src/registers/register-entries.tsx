import type { RegisterDefinition, RegisterField } from '@taizhang/registers/rules';
import {
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  Panel,
  ToneTag,
  useLanguage,
  type TableColumn,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { FilterBar } from '../lists/filter-bar.tsx';
import { FilterSelect } from '../lists/filter-select.tsx';
import { ListPager } from '../lists/list-pager.tsx';
import type { ListAddress } from '../lists/use-list-address.ts';
import { entryFilter, entryOrder, entrySort, sortParam } from './entry-address.ts';
import { registerEntriesQuery, type EntryRow } from './registers.queries.ts';

/** As many fields as a table has room for beside number, stage and day. */
const SHOWN_FIELDS = 5;
const SORTED = ['TEXT', 'NUMBER', 'MONEY', 'DAY', 'CHOICE', 'PERSON', 'ORGANIZATION', 'ENTRY'];

export interface RegisterEntriesProps {
  registerId: string;
  definition: RegisterDefinition;
  address: ListAddress;
}

/** The entries of a register: filtered, sorted and counted by their fields. */
export function RegisterEntries({ registerId, definition, address }: RegisterEntriesProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const fields = definition.fields
    .filter(({ kind }) => !['LONG_TEXT', 'FILE'].includes(kind))
    .slice(0, SHOWN_FIELDS);
  const sort = entrySort(address.params);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: registerEntriesQuery,
    variables: {
      id: registerId,
      first: address.size,
      after: address.after ?? null,
      filter: entryFilter(definition, address.params),
      orderBy: entryOrder(sort),
      keys: fields.map(({ key }) => key),
    },
    requestPolicy: 'cache-and-network',
  });
  const entries = data?.node?.__typename === 'Register' ? data.node.entries : null;
  const choices = definition.fields.filter(({ kind }) => kind === 'CHOICE');
  return (
    <Panel flush title={t('registers.entries')}>
      <FilterBar
        address={address}
        searchPlaceholder={t('registers.searchEntries')}
        filterParams={['stage', ...choices.map(({ key }) => `f.${key}`)]}
      >
        <FilterSelect
          address={address}
          param="stage"
          label={t('registers.stage')}
          choices={definition.stages.map(({ key, label }) => ({ value: key, label: pick(label) }))}
          multiple
        />
        {choices.map((field) => (
          <FilterSelect
            key={field.key}
            address={address}
            param={`f.${field.key}`}
            label={pick(field.label)}
            choices={field.options.map(({ key, label }) => ({ value: key, label: pick(label) }))}
            multiple
          />
        ))}
      </FilterBar>
      {error && !entries ? (
        <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />
      ) : null}
      {!error && !entries ? <LoadingState rows={8} /> : null}
      {entries?.nodes.length === 0 ? (
        <EmptyState
          title={t('registers.noEntries')}
          action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
        />
      ) : null}
      {entries && entries.nodes.length > 0 ? (
        <>
          <EntryTable
            entries={entries.nodes}
            fields={fields}
            sort={sort}
            onSort={(next) => address.change({ sort: sortParam(next) })}
            isStale={fetching || stale}
          />
          <ListPager
            address={address}
            totalCount={entries.totalCount}
            pageInfo={entries.pageInfo}
          />
        </>
      ) : null}
    </Panel>
  );
}

interface EntryTableProps {
  entries: readonly EntryRow[];
  fields: readonly RegisterField[];
  sort: { key: string; descending: boolean };
  onSort(sort: { key: string; descending: boolean }): void;
  isStale: boolean;
}

function EntryTable({ entries, fields, sort, onSort, isStale }: EntryTableProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const columns: TableColumn<EntryRow>[] = [
    {
      key: 'number',
      title: t('registers.number'),
      width: '76px',
      sortKey: 'NUMBER',
      render: (row) => (
        <Link className="tz-number" to={`/register-entries/${row.id}`} title={row.title}>
          {row.number}
        </Link>
      ),
    },
    ...fields.map((field): TableColumn<EntryRow> => {
      const isNumber = ['MONEY', 'NUMBER'].includes(field.kind);
      return {
        key: field.key,
        title: pick(field.label),
        ...(SORTED.includes(field.kind) && { sortKey: `f.${field.key}` }),
        ...(isNumber && { align: 'end' as const }),
        render: (row) => <Value row={row} fieldKey={field.key} isTitle={field === fields[0]} />,
      };
    }),
    {
      key: 'stage',
      title: t('registers.stage'),
      width: '120px',
      render: (row) => <Stage row={row} />,
    },
    {
      key: 'enteredOn',
      title: t('registers.enteredOn'),
      width: '118px',
      sortKey: 'ENTERED_ON',
      render: (row) => <span className="tz-number">{row.enteredOn}</span>,
    },
  ];
  return (
    <DataTable
      label={t('registers.entries')}
      columns={columns}
      rows={entries}
      rowKey={(row) => row.id}
      sort={sort}
      onSort={onSort}
      stale={isStale}
      card={(row) => (
        <article className="record-card">
          <Link to={`/register-entries/${row.id}`}>{row.title}</Link>
          <div className="tag-row">
            <Stage row={row} />
            <span className="faint tz-number">{row.enteredOn}</span>
          </div>
        </article>
      )}
    />
  );
}

function Stage({ row }: { row: EntryRow }) {
  const { pick } = useLanguage();
  return <ToneTag tone={row.isOpen ? 'progress' : 'success'}>{pick(row.stageLabel)}</ToneTag>;
}

function Value({ row, fieldKey, isTitle }: { row: EntryRow; fieldKey: string; isTitle: boolean }) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const value = row.values.find(({ key }) => key === fieldKey);
  if (value?.isMasked)
    return (
      <span className="register-masked" title={t('registers.maskedHint')}>
        {t('registers.masked')}
      </span>
    );
  if (!value?.shown) return <span className="faint">—</span>;
  const shown = pick(value.shown);
  return isTitle ? <Link to={`/register-entries/${row.id}`}>{shown}</Link> : <>{shown}</>;
}
