import { EditOutlined } from '@ant-design/icons';
import {
  CompletionRate,
  DemoTag,
  ErrorState,
  Facts,
  LoadingState,
  NotFoundState,
  PageHeading,
  Panel,
  StatusTag,
  useFormat,
  useLanguage,
  useTerm,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActionList } from '../actions/action-list.tsx';
import { AssessmentPanels } from '../look-back/assessment-panels.tsx';
import { LookBackPanel } from '../look-back/look-back-panel.tsx';
import { PlanChecksPanel } from '../plan-checks/plan-checks-panel.tsx';
import { AreasPanel } from './areas-panel.tsx';
import { EditRoundDialog } from './edit-round-dialog.tsx';
import { LeadingGroupPanel } from './leading-group-panel.tsx';
import { NoticeFacts } from './notice-facts.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { PublicNoticesPanel } from './public-notices-panel.tsx';
import { roundPageQuery } from './round-page.query.ts';
import '../items/item-page.css';
import './rounds.css';
import { mayDo } from '../actions/may-do.ts';
import { useActionLabel } from '../actions/use-action-label.ts';

/** Offered beside each member of the leading group instead. */
const OF_A_MEMBER = 'removeLeadingGroupMember';

/** 巡察轮次: one round with what was found, who leads, and the notice it was read from. */
export function RoundPage() {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { pick } = useLanguage();
  const format = useFormat();
  const term = useTerm();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [isEditing, setEditing] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: roundPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.node) return <ErrorState error={error} onRetry={refresh} />;
  if (!data) return <LoadingState rows={10} />;
  const round = data.node;
  if (round?.__typename !== 'InspectionRound') return <NotFoundState />;
  return (
    <>
      <title>{`${round.title} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/rounds">{t('rounds.title')}</Link>
      </p>
      <PageHeading
        title={round.title}
        subtitle={
          <span className="tag-row">
            <span className="tz-number">{round.code}</span>
            <DemoTag provenance={round.provenance} />
            {round.provenanceNote ? (
              <span className="faint">{pick(round.provenanceNote)}</span>
            ) : null}
          </span>
        }
        actions={
          <Button type="primary" onClick={() => void navigate(`/items?round=${round.id}`)}>
            {t('rounds.viewItems')}
          </Button>
        }
      />
      <div className="item-columns">
        <div className="item-main">
          <AreasPanel round={round} />
          <LookBackPanel round={round} onReload={refresh} />
          <AssessmentPanels round={round} onReload={refresh} />
          <PlanChecksPanel roundId={round.id} />
          <NoticePanel round={round} />
        </div>
        <div className="item-side">
          <Panel title={t('lookBack.actions')}>
            <ActionList
              actions={round.allowedActions.filter(({ action }) => action !== OF_A_MEMBER)}
              target={{ id: round.id, version: round.version, label: round.title }}
              onReload={refresh}
            />
          </Panel>
          {round.metrics ? (
            <Panel title={t('rounds.rate')}>
              <CompletionRate {...round.metrics.completionRate} size="large" />
              <p className="item-note">{pick(round.metrics.rule)}</p>
            </Panel>
          ) : null}
          <Panel
            title={t('rounds.facts')}
            extra={
              mayDo(round, 'editInspectionRound') ? (
                <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>
                  {label('editInspectionRound')}
                </Button>
              ) : null
            }
          >
            <Facts
              facts={[
                { label: t('rounds.organization'), value: round.inspectedOrganization.name },
                { label: t('rounds.kind'), value: term('RoundKind', round.kind) },
                { label: t('rounds.team'), value: round.inspectionTeam },
                {
                  label: t('rounds.feedbackOn'),
                  value: round.feedbackOn && format.date(round.feedbackOn),
                },
                {
                  label: t('rounds.inspected'),
                  value:
                    round.inspectedFrom && round.inspectedTo
                      ? `${format.date(round.inspectedFrom)} — ${format.date(round.inspectedTo)}`
                      : null,
                },
                {
                  label: t('rounds.intensive'),
                  value: round.intensivePeriodEndsOn && format.date(round.intensivePeriodEndsOn),
                },
              ]}
            />
          </Panel>
          <LeadingGroupPanel round={round} onReload={refresh} />
          <Panel title={t('rounds.plans')}>
            {round.plans.length === 0 ? <p className="faint">{t('rounds.plansEmpty')}</p> : null}
            <ul className="group">
              {round.plans.map((plan) => (
                <li key={plan.id}>
                  <StatusTag kind="PlanStatus" value={plan.status} />
                  <span>{plan.title}</span>
                  {plan.approvedOn ? (
                    <span className="faint tz-number">
                      {t('rounds.approvedOn', { date: format.shortDate(plan.approvedOn) })}
                    </span>
                  ) : null}
                  <DemoTag provenance={plan.provenance} />
                  {plan.status === 'DRAFT' ? (
                    <ActionList
                      compact
                      actions={plan.allowedActions}
                      target={{ id: plan.id, version: plan.version, label: plan.title }}
                      onReload={refresh}
                    />
                  ) : null}
                </li>
              ))}
            </ul>
          </Panel>
          <PublicNoticesPanel notices={round.publicNotices} onReload={refresh} />
          <NoticeFacts round={round} />
        </div>
      </div>
      {isEditing ? (
        <EditRoundDialog record={round} onClose={() => setEditing(false)} onReload={refresh} />
      ) : null}
    </>
  );
}
