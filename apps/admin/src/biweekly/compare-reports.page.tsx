import {
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeading,
  Panel,
  ToneTag,
  useFormat,
  useTerm,
} from '@taizhang/ui';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import {
  biweeklyComparisonQuery,
  biweeklyReportsQuery,
  type ReportRow,
} from './biweekly.queries.ts';
import './biweekly.css';

/** Two frozen periods of a round, chosen in the address so that a link shows the same. */
export function CompareReportsPage() {
  const { t } = useTranslation('admin');
  const [{ data, error }, reload] = useQuery({
    query: biweeklyReportsQuery,
    variables: { first: 100, after: null, filter: { status: ['FROZEN'] } },
  });
  return (
    <>
      <title>{`${t('biweekly.compare')} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/biweekly">{t('biweekly.title')}</Link>
      </p>
      <PageHeading title={t('biweekly.compare')} subtitle={t('biweekly.compareIntro')} />
      {error && !data ? <ErrorState error={error} onRetry={() => reload()} /> : null}
      {!data && !error ? <LoadingState rows={6} /> : null}
      {data?.biweeklyReports ? (
        <Pickers reports={data.biweeklyReports.edges.map(({ node }) => node)} />
      ) : null}
    </>
  );
}

function Pickers({ reports }: { reports: readonly ReportRow[] }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [params, setParams] = useSearchParams();
  const later = reports.find(({ id }) => id === params.get('to')) ?? reports[0];
  const ofRound = reports.filter(({ round }) => round.id === later?.round.id);
  const earlier =
    ofRound.find(({ id }) => id === params.get('from')) ??
    ofRound.find(({ id }) => id !== later?.id);
  if (!later || !earlier)
    return <EmptyState title={t('biweekly.compareTooFew')}>{t('biweekly.emptyBody')}</EmptyState>;
  const choice = ({ id, ordinal, endsOn, round }: ReportRow) => ({
    value: id,
    label: `${t('biweekly.period', { ordinal })}（${format.date(endsOn)}）${round.title}`,
  });
  const pick = (changes: { from?: string; to?: string }) =>
    setParams({ from: earlier.id, to: later.id, ...changes }, { replace: true });
  return (
    <>
      <div className="biweekly-pickers">
        <label>
          <span>{t('biweekly.compareFrom')}</span>
          <Select
            aria-label={t('biweekly.compareFrom')}
            value={earlier.id}
            options={ofRound.map(choice)}
            onChange={(from) => pick({ from })}
          />
        </label>
        <label>
          <span>{t('biweekly.compareTo')}</span>
          <Select
            aria-label={t('biweekly.compareTo')}
            value={later.id}
            options={reports.map(choice)}
            onChange={(to) => pick({ to })}
          />
        </label>
      </div>
      <Differences from={earlier.id} to={later.id} />
    </>
  );
}

interface ItemOfReport {
  id: string;
  itemId: string;
  code: string;
  title: string;
}

function Differences({ from, to }: { from: string; to: string }) {
  const { t } = useTranslation('admin');
  const [{ data, error }, reload] = useQuery({
    query: biweeklyComparisonQuery,
    variables: { from, to },
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => reload()} />;
  if (!data) return <LoadingState rows={6} />;
  const comparison = data.compareBiweeklyReports;
  if (!comparison) return null;
  const { added, removed, changed, unchangedCount } = comparison;
  return (
    <>
      <Items title={t('biweekly.added')} sign="＋" rows={added} />
      <Items title={t('biweekly.removed')} sign="－" rows={removed} />
      <Panel title={`${t('biweekly.changed')} · ${changed.length}`}>
        <ul className="biweekly-entries">
          {changed.map(({ row, changes }) => (
            <li key={row.id}>
              <ItemLink row={row} />
              <dl className="biweekly-changes">
                {changes.map((change) => (
                  <Change key={change.field} {...change} />
                ))}
              </dl>
            </li>
          ))}
        </ul>
        <p className="faint tz-number">{t('biweekly.unchanged', { count: unchangedCount })}</p>
      </Panel>
    </>
  );
}

function Items({
  title,
  sign,
  rows,
}: {
  title: string;
  sign: string;
  rows: readonly ItemOfReport[];
}) {
  if (rows.length === 0) return null;
  return (
    <Panel title={`${title} · ${rows.length}`}>
      <ul className="biweekly-entries">
        {rows.map((row) => (
          <li key={row.id}>
            <ToneTag tone="info">
              {sign} {title}
            </ToneTag>{' '}
            <ItemLink row={row} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const ItemLink = ({ row }: { row: ItemOfReport }) => (
  <Link to={`/items/${row.itemId}`}>
    <span className="tz-number">{row.code}</span> {row.title}
  </Link>
);

interface ChangeProps {
  field: string;
  before: string | null;
  after: string | null;
}

/** Struck through before, underlined after, each with its mark: never told apart by colour alone. */
function Change({ field, before, after }: ChangeProps) {
  const { t, i18n } = useTranslation('admin');
  const say = useValue();
  const key = `biweekly.fields.${field}`;
  return (
    <div>
      <dt>{i18n.exists(key, { ns: 'admin' }) ? t(key as 'biweekly.fields.title') : field}</dt>
      <dd>
        <del>{before === null ? t('biweekly.none') : say(field, before)}</del>
        <span aria-hidden="true"> → </span>
        <ins>{after === null ? t('biweekly.none') : say(field, after)}</ins>
      </dd>
    </div>
  );
}

/** A compared value in the viewer's words: statuses by their names, days as days. */
function useValue() {
  const { t } = useTranslation('admin');
  const term = useTerm();
  const format = useFormat();
  return (field: string, value: string): string => {
    if (field === 'status') return term('ItemStatus', value);
    if (field === 'dueOn' || field === 'expectedOn') return format.date(value);
    if (field === 'isOverdue') return t(value === 'true' ? 'biweekly.yes' : 'biweekly.no');
    if (field !== 'measureCounts') return value;
    return value
      .split(', ')
      .map((part) => part.split(' '))
      .map(([status = '', count]) => `${term('MeasureStatus', status)} ${count}`)
      .join('、');
  };
}
