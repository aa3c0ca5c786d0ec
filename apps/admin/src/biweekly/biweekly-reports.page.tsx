import { DiffOutlined } from '@ant-design/icons';
import {
  DataTable,
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeading,
  Panel,
  ToneTag,
  useFormat,
  useTerm,
} from '@taizhang/ui';
import { BIWEEKLY_REPORT_LIFE_CYCLE } from '@taizhang/reporting/rules';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { FilterSelect } from '../lists/filter-select.tsx';
import { ListPager } from '../lists/list-pager.tsx';
import { useListAddress, type ListAddress } from '../lists/use-list-address.ts';
import { biweeklyReportsQuery, type ReportRow } from './biweekly.queries.ts';
import { ReportStatus } from './report-status.tsx';
import './biweekly.css';

/** 双周报: every period that the viewer has a part in, newest first. */
export function BiweeklyReportsPage() {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const navigate = useNavigate();
  const address = useListAddress();
  return (
    <>
      <title>{`${t('biweekly.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('biweekly.title')}
        subtitle={t('biweekly.subtitle')}
        actions={
          <Button icon={<DiffOutlined />} onClick={() => void navigate('/biweekly/compare')}>
            {t('biweekly.compare')}
          </Button>
        }
      />
      <Panel flush>
        <div className="biweekly-filters" role="search">
          <FilterSelect
            address={address}
            param="status"
            label={t('biweekly.status')}
            choices={BIWEEKLY_REPORT_LIFE_CYCLE.everyStatus.map((value) => ({
              value,
              label: term('BiweeklyReportStatus', value),
            }))}
          />
          <Checkbox
            checked={address.params.get('late') === 'true'}
            onChange={(event) => address.change({ late: event.target.checked ? 'true' : null })}
          >
            {t('biweekly.lateOnly')}
          </Checkbox>
        </div>
        <Reports address={address} />
      </Panel>
    </>
  );
}

/** The address as the hub's filter; what the address makes up counts for nothing. */
function filterOf(params: URLSearchParams) {
  const status = BIWEEKLY_REPORT_LIFE_CYCLE.everyStatus.find((one) => one === params.get('status'));
  return {
    ...(status && { status: [status] }),
    ...(params.get('late') === 'true' && { late: true }),
    ...(params.get('round') && { roundId: [params.get('round')!] }),
  };
}

function Reports({ address }: { address: ListAddress }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const filter = filterOf(address.params);
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: biweeklyReportsQuery,
    variables: { first: address.size, after: address.after ?? null, filter },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data?.biweeklyReports)
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!data?.biweeklyReports) return <LoadingState rows={8} />;
  const { edges, pageInfo, totalCount } = data.biweeklyReports;
  if (edges.length === 0)
    return Object.keys(filter).length > 0 ? (
      <EmptyState
        title={t('biweekly.noMatchTitle')}
        action={<Button onClick={address.clear}>{t('common.clearFilters')}</Button>}
      >
        {t('biweekly.emptyBody')}
      </EmptyState>
    ) : (
      <EmptyState title={t('biweekly.emptyTitle')}>{t('biweekly.emptyBody')}</EmptyState>
    );
  const span = ({ startsOn, endsOn }: ReportRow) =>
    t('biweekly.span', { from: format.date(startsOn), to: format.date(endsOn) });
  const name = (row: ReportRow) => (
    <Link to={`/biweekly/${row.id}`}>{t('biweekly.period', { ordinal: row.ordinal })}</Link>
  );
  return (
    <>
      <DataTable
        label={t('biweekly.title')}
        rows={edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        stale={fetching || stale}
        columns={[
          { key: 'period', title: t('biweekly.title'), width: '100px', render: name },
          {
            key: 'span',
            title: t('biweekly.days'),
            width: '300px',
            render: (row) => <span className="tz-number">{span(row)}</span>,
          },
          { key: 'round', title: t('biweekly.round'), render: ({ round }) => round.title },
          {
            key: 'units',
            title: t('biweekly.units'),
            width: '240px',
            render: (row) => <Progress row={row} />,
          },
          {
            key: 'status',
            title: t('biweekly.status'),
            width: '110px',
            render: ({ status }) => <ReportStatus status={status} />,
          },
        ]}
        card={(row) => (
          <div className="biweekly-card">
            <p>
              {name(row)} <ReportStatus status={row.status} />
            </p>
            <p className="tz-number">{span(row)}</p>
            <p className="faint">{row.round.title}</p>
            <Progress row={row} />
          </div>
        )}
      />
      <ListPager address={address} totalCount={totalCount} pageInfo={pageInfo} />
    </>
  );
}

function Progress({ row }: { row: ReportRow }) {
  const { t } = useTranslation('admin');
  const late = row.lateUnits ?? [];
  return (
    <span className="tz-number">
      {t('biweekly.unitsOf', { submitted: row.submittedUnitCount, count: row.unitCount })}{' '}
      {late.length > 0 ? (
        <ToneTag tone="danger" title={late.map(({ name }) => name).join('、')}>
          {t('biweekly.late', { count: late.length })}
        </ToneTag>
      ) : null}
    </span>
  );
}
