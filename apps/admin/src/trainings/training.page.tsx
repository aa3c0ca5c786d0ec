import { EditOutlined } from '@ant-design/icons';
import { graphql } from '@taizhang/client';
import {
  DemoTag,
  EmptyState,
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
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActionList } from '../actions/action-list.tsx';
import { mayDo } from '../actions/may-do.ts';
import { HistoryList } from '../items/history-panel.tsx';
import { SourceQuote } from '../items/source-quote.tsx';
import { EditTrainingDialog } from './edit-training-dialog.tsx';
import { RecordSessionsDialog } from './record-sessions-dialog.tsx';
import '../items/item-page.css';
import { useActionLabel } from '../actions/use-action-label.ts';
import { historyEntryFragment } from '../items/history-entry.fragment.ts';
import { usePersonName } from '../people/use-person-name.ts';
import { allowedActionFragment } from '../actions/allowed-action.fragment.ts';

const trainingPageQuery = graphql(
  `
    query AdminTrainingPage($id: ID!) {
      node(id: $id) {
        __typename
        ... on Training {
          id
          kind
          direction
          topic
          status
          version
          plannedOn
          allowedActions {
            ...OfferedAction
          }
          history(first: 50) {
            totalCount
            edges {
              node {
                ...HistoryEntry
              }
            }
          }
          heldOn
          sessionCount
          attendanceCount
          hours
          provenance
          provenanceNote
          organization {
            name
          }
          responsibleUnit {
            id
            name
            isDisabled
          }
          item {
            id
            code
            title
          }
          source {
            start
            end
            excerpt
          }
          sessions {
            ordinal
            heldOn
            location
            hours
            attendanceCount
            attendance {
              headcount
              person {
                displayName
              }
              organization {
                name
              }
            }
          }
        }
      }
    }
  `,
  [allowedActionFragment, historyEntryFragment],
);

/** 培训会议: one series with its sessions. */
export function TrainingPage() {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const nameOf = usePersonName();
  const { pick } = useLanguage();
  const format = useFormat();
  const term = useTerm();
  const { id = '' } = useParams();
  const [recording, setRecording] = useState(false);
  const [editing, setEditing] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: trainingPageQuery, variables: { id } });
  if (error && !data?.node) {
    return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingState rows={8} />;
  const training = data.node;
  if (training?.__typename !== 'Training') return <NotFoundState />;
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const count = (value: number | null) => (value === null ? null : format.number(value));
  return (
    <>
      <title>{`${training.topic} · ${t('appName')}`}</title>
      <p className="page-trail">
        <Link to="/trainings">{t('trainings.title')}</Link>
      </p>
      <PageHeading
        title={training.topic}
        subtitle={
          <span className="tag-row">
            <ToneTag tone="neutral">{term('TrainingKind', training.kind)}</ToneTag>
            <ToneTag tone="neutral">{term('TrainingDirection', training.direction)}</ToneTag>
            <StatusTag kind="TrainingStatus" value={training.status} />
            <DemoTag provenance={training.provenance} />
            {training.provenanceNote ? (
              <span className="faint">{pick(training.provenanceNote)}</span>
            ) : null}
          </span>
        }
      />
      <div className="item-columns">
        <div className="item-main">
          <Panel flush title={t('trainings.sessions')}>
            {training.sessions.length === 0 ? (
              <EmptyState compact title={t('trainings.sessionsEmpty')} />
            ) : (
              <ol className="follow">
                {training.sessions.map((session) => (
                  <li key={session.ordinal}>
                    <ToneTag tone="info">
                      {t('trainings.sessionOrdinal', { ordinal: session.ordinal })}
                    </ToneTag>
                    <div>
                      <Facts
                        facts={[
                          {
                            label: t('trainings.columns.heldOn'),
                            value: session.heldOn && format.date(session.heldOn),
                          },
                          { label: t('trainings.location'), value: session.location },
                          {
                            label: t('trainings.columns.attendances'),
                            value: count(session.attendanceCount),
                          },
                          { label: t('trainings.columns.hours'), value: count(session.hours) },
                        ]}
                      />
                      {session.attendance.length > 0 ? (
                        <p className="faint">
                          {t('trainings.attendance')}：
                          {session.attendance
                            .map(({ person, organization, headcount }) =>
                              person
                                ? person.displayName
                                : `${organization?.name ?? ''} ${t('trainings.headcount', { count: headcount })}`,
                            )
                            .join('、')}
                        </p>
                      ) : null}
                    </div>
                  </li>
                ))}
              </ol>
            )}
          </Panel>
        </div>
        <div className="item-side">
          <Panel title={t('documentSteps.actions')}>
            {mayDo(training, 'recordTrainingSessions') ? (
              <Button type="primary" onClick={() => setRecording(true)}>
                {label('recordTrainingSessions')}
              </Button>
            ) : null}
            <ActionList
              actions={training.allowedActions}
              target={{ id: training.id, version: training.version, label: training.topic }}
              onReload={refresh}
            />
          </Panel>
          <Panel
            title={t('trainings.facts')}
            extra={
              mayDo(training, 'editTraining') ? (
                <Button size="small" icon={<EditOutlined />} onClick={() => setEditing(true)}>
                  {label('editTraining')}
                </Button>
              ) : null
            }
          >
            <Facts
              facts={[
                {
                  label: t('actionForm.plannedOn'),
                  value: training.plannedOn && format.date(training.plannedOn),
                },
                {
                  label: t('trainings.columns.heldOn'),
                  value: training.heldOn && format.date(training.heldOn),
                },
                { label: t('trainings.columns.sessions'), value: count(training.sessionCount) },
                {
                  label: t('trainings.columns.attendances'),
                  value: count(training.attendanceCount),
                },
                { label: t('trainings.columns.hours'), value: count(training.hours) },
                { label: t('trainings.columns.unit'), value: nameOf(training.responsibleUnit) },
                { label: t('item.organization'), value: training.organization.name },
                {
                  label: t('trainings.item'),
                  value: training.item ? (
                    <Link
                      to={`/items/${training.item.id}`}
                    >{`${training.item.code} ${training.item.title}`}</Link>
                  ) : null,
                },
              ]}
            />
            {training.source ? <SourceQuote source={training.source} /> : null}
          </Panel>
          <HistoryList history={training.history} />
        </div>
      </div>
      {recording ? (
        <RecordSessionsDialog
          record={training}
          onClose={() => setRecording(false)}
          onReload={refresh}
        />
      ) : null}
      {editing ? (
        <EditTrainingDialog
          record={training}
          onClose={() => setEditing(false)}
          onReload={refresh}
        />
      ) : null}
    </>
  );
}
