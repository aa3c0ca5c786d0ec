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
  ToneTag,
  useFormat,
  useLanguage,
  useTerm,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { AreasPanel } from './areas-panel.tsx';
import { NoticeFacts } from './notice-facts.tsx';
import { NoticePanel } from './notice-panel.tsx';
import { roundPageQuery } from './round-page.query.ts';
import '../items/item-page.css';
import './rounds.css';

/** 巡察轮次: one round with what was found, who leads, and the notice it was read from. */
export function RoundPage() {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const format = useFormat();
  const term = useTerm();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const [{ data, error }, reload] = useQuery({ query: roundPageQuery, variables: { id } });
  if (error && !data?.node) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingState rows={10} />;
  const round = data.node;
  if (round?.__typename !== 'InspectionRound') return <NotFoundState />;
  return (
    <>
      <title>{`${round.title} · ${t('appName')}`}</title>
      <p className="item-trail">
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
          <NoticePanel round={round} />
        </div>
        <div className="item-side">
          <Panel title={t('rounds.rate')}>
            <CompletionRate {...round.metrics.completionRate} size="large" />
            <p className="item-note">{pick(round.metrics.rule)}</p>
          </Panel>
          <Panel title={t('rounds.facts')}>
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
          <Panel title={t('rounds.leadingGroup')}>
            {round.leadingGroup.length === 0 ? (
              <p className="faint">{t('rounds.leadingGroupEmpty')}</p>
            ) : (
              <ul className="group">
                {round.leadingGroup.map(({ post, person }) => (
                  <li key={person.id}>
                    <ToneTag tone={post === 'HEAD' ? 'info' : 'neutral'}>
                      {term('LeadingGroupPost', post)}
                    </ToneTag>
                    <span>{person.displayName}</span>
                    {person.position !== person.displayName ? (
                      <span className="faint">{person.position}</span>
                    ) : null}
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel title={t('rounds.plans')}>
            {round.plans.length === 0 ? <p className="faint">{t('rounds.plansEmpty')}</p> : null}
            <ul className="group">
              {round.plans.map((plan) => (
                <li key={plan.title}>
                  <StatusTag kind="PlanStatus" value={plan.status} />
                  <span>{plan.title}</span>
                  {plan.approvedOn ? (
                    <span className="faint tz-number">
                      {t('rounds.approvedOn', { date: format.shortDate(plan.approvedOn) })}
                    </span>
                  ) : null}
                  <DemoTag provenance={plan.provenance} />
                </li>
              ))}
            </ul>
          </Panel>
          <NoticeFacts round={round} />
        </div>
      </div>
    </>
  );
}
