import { graphql } from '@taizhang/client';
import { EmptyState, ErrorState, LoadingState } from '@taizhang/ui';
import { App, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useSubmission } from '../submission/use-submission.ts';
import { addEvaluation, editEvaluation } from './assessment.mutations.ts';
import { EvaluationForm, type ScoredCriterion } from './evaluation-form.tsx';
import { useActionLabel } from '../actions/use-action-label.ts';

const scorecardChoicesQuery = graphql(`
  query AdminScorecardChoices {
    scorecards(first: 50) {
      edges {
        node {
          id
          title
          versions {
            id
            ordinal
            criteria {
              id
              name
              weight
            }
          }
        }
      }
    }
  }
`);

interface DialogProps {
  onClose(): void;
  onDone(): void;
}

/** 开展评估: by the newest version of a scorecard, all of whose criteria are scored. */
export function AddEvaluationDialog({
  round,
  onClose,
  onDone,
}: DialogProps & { round: { id: string; title: string } }) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const [{ data, error }, reload] = useQuery({
    query: scorecardChoicesQuery,
    requestPolicy: 'cache-and-network',
  });
  const { submit, submitting, failure } = useSubmission(addEvaluation);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const scorecardId = useId();
  const newest = (data?.scorecards?.edges ?? []).flatMap(({ node: { title, versions } }) =>
    versions.slice(0, 1).map((version) => ({ ...version, title })),
  );
  const version = newest.find(({ id }) => id === chosenId) ?? (newest.length === 1 && newest[0]);

  return (
    <Modal
      open
      title={label('addEffectivenessEvaluation')}
      onCancel={onClose}
      footer={null}
      width={680}
    >
      <p className="tz-dialog-intro">{round.title}</p>
      {error && !data ? <ErrorState error={error} onRetry={() => reload()} /> : null}
      {!data && !error ? <LoadingState rows={4} /> : null}
      {data && newest.length === 0 ? (
        <EmptyState compact title={t('evaluationForm.noScorecardTitle')}>
          {t('evaluationForm.noScorecardBody')}
        </EmptyState>
      ) : null}
      {newest.length > 0 ? (
        <div className="form-field evaluation-scorecard">
          <label htmlFor={scorecardId}>{t('evaluationForm.scorecard')}</label>
          <Select
            id={scorecardId}
            style={{ width: '100%' }}
            value={version ? version.id : null}
            options={newest.map(({ id, title, ordinal }) => ({
              value: id,
              label: `${title} · v${ordinal}`,
            }))}
            onChange={setChosenId}
          />
        </div>
      ) : null}
      {version ? (
        <EvaluationForm
          key={version.id}
          criteria={version.criteria.map((one) => ({ ...one, score: null, comment: null }))}
          conclusion={null}
          submitting={submitting}
          failure={failure}
          onCancel={onClose}
          onSubmit={async (scored) => {
            const input = { ...scored, roundId: round.id, scorecardVersionId: version.id };
            if (!(await submit(input))) return;
            void message.success(t('common.saved'));
            onDone();
            onClose();
          }}
        />
      ) : null}
    </Modal>
  );
}

/** 重新评分: of a draft, by the version that it was scored by. */
export function EditEvaluationDialog({
  evaluation,
  onClose,
  onDone,
}: DialogProps & {
  evaluation: {
    id: string;
    version: number;
    title: string;
    conclusion: string | null;
    criteria: readonly ScoredCriterion[];
  };
}) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(editEvaluation);
  const { id, version: expectedVersion } = evaluation;
  return (
    <Modal
      open
      title={label('editEffectivenessEvaluation')}
      onCancel={onClose}
      footer={null}
      width={680}
    >
      <p className="tz-dialog-intro">{evaluation.title}</p>
      <EvaluationForm
        criteria={evaluation.criteria}
        conclusion={evaluation.conclusion}
        submitting={submitting}
        failure={failure}
        onCancel={onClose}
        onReload={() => {
          onDone();
          forgetFailure();
        }}
        onSubmit={async (scored) => {
          if (!(await submit({ ...scored, id, expectedVersion }))) return;
          void message.success(t('common.saved'));
          onDone();
          onClose();
        }}
      />
    </Modal>
  );
}
