import {
  CompletionRate,
  ErrorState,
  LoadingState,
  NotFoundState,
  PageHeading,
  Panel,
  useFormat,
} from '@taizhang/ui';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActionList } from '../actions/action-list.tsx';
import { biweeklyReportQuery, type Report } from './biweekly.queries.ts';
import { OwnPart } from './own-part.tsx';
import { PartsPanel } from './parts-panel.tsx';
import { ReportStatus } from './report-status.tsx';
import { SnapshotPanel } from './snapshot-panel.tsx';
import { SummaryPanel } from './summary-panel.tsx';
import './biweekly.css';

export const may = (
  { allowedActions }: { allowedActions: readonly { action: string; allowed: boolean }[] },
  name: string,
) => allowedActions.some(({ action, allowed }) => allowed && action === name);

/** One period: what one's own unit has to say, how the units stand, and what was frozen. */
export function BiweeklyReportPage() {
  const { t } = useTranslation('admin');
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({ query: biweeklyReportQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={10} />;
  const report = data.node;
  if (report?.__typename !== 'BiweeklyReport') return <NotFoundState />;
  // Who reads one unit alone comes to fill it in; who reads all of them comes for the whole.
  const [only] = report.unitReports.length === 1 ? report.unitReports : [];
  const isContact = only && !may(report, 'compileBiweeklyReport') && report.status === 'OPEN';
  return (
    <>
      <title>{`${t('biweekly.period', { ordinal: report.ordinal })} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/biweekly">{t('biweekly.title')}</Link>
      </p>
      <Heading report={report} onReload={refresh} />
      {report.reopenReason ? (
        <Alert
          type="warning"
          showIcon
          className="biweekly-note"
          title={t('biweekly.reopened', { reason: report.reopenReason })}
        />
      ) : null}
      {report.totals ? <Totals report={report} /> : null}
      {report.status === 'FROZEN' ? <SnapshotPanel id={report.id} /> : null}
      {isContact ? <OwnPart part={only} onReload={refresh} /> : null}
      <SummaryPanel report={report} onReload={refresh} />
      {isContact ? null : <PartsPanel report={report} onReload={refresh} />}
    </>
  );
}

function Heading({ report, onReload }: { report: Report; onReload(): void }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const { ordinal, startsOn, endsOn, round, compiledBy, frozenBy } = report;
  return (
    <>
      <PageHeading
        title={t('biweekly.period', { ordinal })}
        subtitle={`${t('biweekly.span', { from: format.date(startsOn), to: format.date(endsOn) })} · ${round.title}`}
      />
      <div className="biweekly-state">
        <ReportStatus status={report.status} />
        {compiledBy ? (
          <span className="faint">
            {t('biweekly.compiledBy', { name: compiledBy.displayName })}
          </span>
        ) : null}
        {frozenBy ? (
          <span className="faint">{t('biweekly.frozenBy', { name: frozenBy.displayName })}</span>
        ) : null}
        {report.status === 'COMPILED' ? (
          <ActionList
            compact
            actions={report.allowedActions}
            target={{
              id: report.id,
              version: report.version,
              label: t('biweekly.period', { ordinal }),
            }}
            onReload={onReload}
          />
        ) : null}
      </div>
    </>
  );
}

function Totals({ report }: { report: Report }) {
  const { t } = useTranslation('admin');
  const { itemCount, overdueCount, completionRate } = report.totals!;
  return (
    <Panel title={t('biweekly.totals')}>
      <p className="tz-number">
        {t('biweekly.totalLine', { count: itemCount, overdue: overdueCount })}
      </p>
      <CompletionRate {...completionRate} />
    </Panel>
  );
}
