import { termValues } from '@taizhang/client/terms';
import {
  DataTable,
  EmptyState,
  ErrorState,
  ForbiddenState,
  LoadingState,
  PageHeading,
  Panel,
  ToneTag,
  useTerm,
  type TableColumn,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { readChoices } from '../lists/address-values.ts';
import { FilterBar } from '../lists/filter-bar.tsx';
import { FilterSelect } from '../lists/filter-select.tsx';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import { AddOrganizationDialog } from './add-organization-dialog.tsx';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { peoplePageQuery, type PersonRow } from './people.queries.ts';
import { RoleTags } from './role-tags.tsx';
import '../lists/lists.css';

const FILTER_PARAMS = ['role'] as const;

/** 人员, for who adds people or grants roles. */
export function PeoplePage() {
  const mayAdd = useViewerMay('addPerson');
  const mayGrant = useViewerMay('grantRole');
  return mayAdd || mayGrant ? <People /> : <ForbiddenState />;
}

function People() {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const address = useListAddress();
  return (
    <>
      <title>{`${t('people.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('people.title')}
        subtitle={t('people.subtitle')}
        actions={<AddButtons />}
      />
      <Panel flush>
        <FilterBar
          address={address}
          searchPlaceholder={t('people.searchPlaceholder')}
          filterParams={FILTER_PARAMS}
        >
          <FilterSelect
            address={address}
            param="role"
            label={t('people.role')}
            choices={termValues('Role').map((value) => ({ value, label: term('Role', value) }))}
          />
        </FilterBar>
        <PeopleList address={address} />
      </Panel>
    </>
  );
}

/** What the system administrator adds; the others have nothing to press here. */
function AddButtons() {
  const { t } = useTranslation('admin');
  const [adding, setAdding] = useState<'organization' | 'person' | null>(null);
  const mayAddOrganization = useViewerMay('addOrganization');
  const mayAddPerson = useViewerMay('addPerson');
  const close = () => setAdding(null);
  return (
    <>
      {mayAddOrganization ? (
        <>
          <Link to="/organizations">
            <Button>{t('organizations.title')}</Button>
          </Link>
          <Button onClick={() => setAdding('organization')}>{t('people.addOrganization')}</Button>
        </>
      ) : null}
      {mayAddPerson ? (
        <Button type="primary" onClick={() => setAdding('person')}>
          {t('people.addPerson')}
        </Button>
      ) : null}
      {adding === 'organization' ? <AddOrganizationDialog onClose={close} /> : null}
      {adding === 'person' ? <AddPersonDialog onClose={close} /> : null}
    </>
  );
}

function PeopleList({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const [role] = readChoices<NonNullable<PersonRow['roles']>[number]['role']>(
    address.params,
    'role',
    termValues('Role'),
  );
  const text = address.params.get('text');
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: peoplePageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      filter: { includeDisabled: true, ...(text && { text }), ...(role && { role: [role] }) },
    },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data?.people)
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!data?.people) return <LoadingState rows={10} />;
  const { edges, pageInfo, totalCount } = data.people;
  if (edges.length === 0)
    return (
      <EmptyState
        title={t('people.noMatch')}
        action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
      />
    );
  return (
    <>
      <PeopleTable people={edges.map(({ node }) => node)} isStale={fetching || stale} />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
    </>
  );
}

function PeopleTable({ people, isStale }: { people: readonly PersonRow[]; isStale: boolean }) {
  const { t } = useTranslation('admin');
  const columns: TableColumn<PersonRow>[] = [
    { key: 'name', title: t('people.name'), render: (row) => <PersonName person={row} /> },
    {
      key: 'organization',
      title: t('people.organization'),
      render: (row) => row.organization?.name ?? <span className="faint">—</span>,
    },
    {
      key: 'roles',
      title: t('people.roles'),
      render: (row) => <RoleTags roles={row.roles ?? []} />,
    },
    {
      key: 'account',
      title: t('people.loginName'),
      width: '180px',
      render: (row) => row.account?.loginName ?? <span className="faint">—</span>,
    },
    {
      key: 'state',
      title: t('people.state'),
      width: '120px',
      render: (row) => <PersonState person={row} />,
    },
  ];
  return (
    <DataTable
      label={t('people.title')}
      columns={columns}
      rows={people}
      rowKey={(row) => row.id}
      stale={isStale}
      card={(row) => (
        <article className="record-card">
          <PersonName person={row} />
          <div className="tag-row">
            <PersonState person={row} />
            <RoleTags roles={row.roles ?? []} />
          </div>
        </article>
      )}
    />
  );
}

const PersonName = ({ person }: { person: PersonRow }) => (
  <Link to={`/people/${person.id}`}>{person.displayName}</Link>
);

function PersonState({ person }: { person: PersonRow }) {
  const { t } = useTranslation('admin');
  if (person.disabledAt) return <ToneTag tone="neutral">{t('people.disabled')}</ToneTag>;
  if (person.account?.isLocked) return <ToneTag tone="danger">{t('people.locked')}</ToneTag>;
  return <ToneTag tone="success">{t('people.enabled')}</ToneTag>;
}
