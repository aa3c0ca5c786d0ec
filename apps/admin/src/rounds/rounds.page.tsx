import { PlusOutlined } from '@ant-design/icons';
import { graphql } from '@taizhang/client';
import {
  CompletionRate,
  DemoTag,
  EmptyState,
  ErrorState,
  Facts,
  LoadingState,
  PageHeading,
  Panel,
  useFormat,
  useTerm,
} from '@taizhang/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useViewerMay } from '../session/use-session.ts';
import { AddRoundDialog } from './add-round-dialog.tsx';
import './rounds.css';
import { useActionLabel } from '../actions/use-action-label.ts';

const roundsPageQuery = graphql(`
  query AdminRoundsPage {
    inspectionRounds(first: 50) {
      totalCount
      edges {
        node {
          id
          code
          kind
          title
          inspectionTeam
          inspectedFrom
          inspectedTo
          feedbackOn
          provenance
          inspectedOrganization {
            name
          }
          areas {
            id
          }
          metrics {
            itemCount
            overdueCount
            completionRate {
              numerator
              denominator
              rate
            }
          }
        }
      }
    }
  }
`);

/** 巡察轮次 */
export function RoundsPage() {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const format = useFormat();
  const term = useTerm();
  const navigate = useNavigate();
  const mayImport = useViewerMay('importNotice');
  const mayAdd = useViewerMay('addInspectionRound');
  const [isAdding, setAdding] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: roundsPageQuery });
  if (error && !data?.inspectionRounds) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data?.inspectionRounds) return <LoadingState rows={8} />;
  const rounds = data.inspectionRounds.edges.map(({ node }) => node);
  return (
    <>
      <title>{`${t('rounds.title')} · ${t('appName')}`}</title>
      <PageHeading
        title={t('rounds.title')}
        subtitle={t('rounds.subtitle')}
        actions={
          mayAdd ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {label('addInspectionRound')}
            </Button>
          ) : null
        }
      />
      {isAdding ? <AddRoundDialog onClose={() => setAdding(false)} /> : null}
      {rounds.length === 0 ? (
        <Panel>
          <EmptyState
            title={t('rounds.emptyTitle')}
            action={
              mayImport ? (
                <Button type="primary" onClick={() => void navigate('/import')}>
                  {t('importing.title')}
                </Button>
              ) : null
            }
          >
            {t('rounds.emptyBody')}
          </EmptyState>
        </Panel>
      ) : null}
      {rounds.map((round) => (
        <Panel
          key={round.id}
          title={<Link to={`/rounds/${round.id}`}>{round.title}</Link>}
          extra={
            <>
              <DemoTag provenance={round.provenance} />
              <span className="tz-number">{round.code}</span>
            </>
          }
        >
          <div className="round-row">
            <Facts
              facts={[
                { label: t('rounds.organization'), value: round.inspectedOrganization.name },
                { label: t('rounds.kind'), value: term('RoundKind', round.kind) },
                { label: t('rounds.team'), value: round.inspectionTeam },
                {
                  label: t('rounds.inspected'),
                  value:
                    round.inspectedFrom && round.inspectedTo
                      ? `${round.inspectedFrom} — ${round.inspectedTo}`
                      : null,
                },
                {
                  label: t('rounds.feedbackOn'),
                  value: round.feedbackOn && format.date(round.feedbackOn),
                },
                {
                  label: t('rounds.items'),
                  value: (
                    <Link to={`/items?round=${round.id}`}>
                      {round.metrics ? format.number(round.metrics.itemCount) : '—'}
                    </Link>
                  ),
                },
                {
                  label: t('rounds.overdue'),
                  value: (
                    <Link to={`/items?round=${round.id}&overdue=true`}>
                      {round.metrics ? format.number(round.metrics.overdueCount) : '—'}
                    </Link>
                  ),
                },
              ]}
            />
            <div>
              <p className="round-rate-label">{t('rounds.rate')}</p>
              {round.metrics ? (
                <CompletionRate {...round.metrics.completionRate} size="large" />
              ) : null}
            </div>
          </div>
        </Panel>
      ))}
    </>
  );
}
