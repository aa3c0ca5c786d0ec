import { graphql, type ResultOf } from '@taizhang/client';
import {
  DataTable,
  ErrorState,
  ForbiddenState,
  LoadingState,
  PageHeading,
  Panel,
  ToneTag,
  useTerm,
  type TableColumn,
} from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActionList } from '../actions/action-list.tsx';
import { FilterBar } from '../lists/filter-bar.tsx';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { useViewerMay } from '../session/use-session.ts';
import './people.css';

const organizationsPageQuery = graphql(`
  query AdminOrganizationsPage($first: Int!, $after: String, $filter: OrganizationFilter) {
    organizations(first: $first, after: $after, filter: $filter) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        kind
        isDisabled
        version
        allowedActions {
          action
          allowed
          reason
        }
      }
    }
  }
`);

type Organization = NonNullable<
  ResultOf<typeof organizationsPageQuery>['organizations']
>['nodes'][number];

/** 组织, for who keeps the tree. */
export function OrganizationsPage() {
  const { t } = useTranslation('admin');
  const address = useListAddress();
  if (!useViewerMay('addOrganization')) return <ForbiddenState />;
  return (
    <>
      <title>{`${t('organizations.title')} · ${t('appName')}`}</title>
      <PageHeading title={t('organizations.title')} subtitle={t('organizations.subtitle')} />
      <Panel flush>
        <FilterBar
          address={address}
          searchPlaceholder={t('organizations.searchPlaceholder')}
          filterParams={[]}
        >
          {null}
        </FilterBar>
        <Organizations address={address} />
      </Panel>
    </>
  );
}

function Organizations({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const text = address.params.get('text');
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: organizationsPageQuery,
    variables: {
      first: address.size,
      after: address.after ?? null,
      ...(text && { filter: { text } }),
    },
    requestPolicy: 'cache-and-network',
  });
  const readAgain = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.organizations) return <ErrorState error={error} onRetry={readAgain} />;
  if (!data?.organizations) return <LoadingState rows={10} />;
  const actions = (row: Organization) => (
    <ActionList
      compact
      // A line a row on who else can would drown the tree.
      actions={row.allowedActions.map((action) => ({ ...action, whoCan: null }))}
      target={{ id: row.id, version: row.version, label: row.name }}
      onReload={readAgain}
    />
  );
  const columns: TableColumn<Organization>[] = [
    { key: 'name', title: t('organizations.name'), render: (row) => <Name organization={row} /> },
    { key: 'code', title: t('organizations.code'), width: '140px', render: ({ code }) => code },
    {
      key: 'kind',
      title: t('organizations.kind'),
      width: '140px',
      render: ({ kind }) => term('OrganizationKind', kind),
    },
    {
      key: 'state',
      title: t('people.state'),
      width: '100px',
      render: (row) => <State row={row} />,
    },
    { key: 'actions', title: '', width: '220px', render: actions },
  ];
  const { nodes, pageInfo, totalCount } = data.organizations;
  return (
    <>
      <DataTable
        label={t('organizations.title')}
        columns={columns}
        rows={nodes}
        rowKey={({ id }) => id}
        stale={fetching || stale}
        card={(row) => (
          <article className="record-card">
            {row.name}
            <div className="tag-row">
              <State row={row} />
              {actions(row)}
            </div>
          </article>
        )}
      />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
    </>
  );
}

const Name = ({ organization: { name, kind } }: { organization: Organization }) => (
  <span className={`organization-${kind.toLowerCase()}`}>{name}</span>
);

function State({ row }: { row: Organization }) {
  const { t } = useTranslation('admin');
  return row.isDisabled ? (
    <ToneTag tone="neutral">{t('people.disabled')}</ToneTag>
  ) : (
    <ToneTag tone="success">{t('people.enabled')}</ToneTag>
  );
}
