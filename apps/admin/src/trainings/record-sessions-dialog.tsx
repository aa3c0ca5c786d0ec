import { graphql } from '@taizhang/client';
import { trainingSessions } from '@taizhang/trainings/rules';
import { App, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { EMPTY_SESSION, SessionFields, type SessionFieldsProps } from './session-fields.tsx';
import { useActionLabel } from '../actions/use-action-label.ts';

const recordTrainingSessions = graphql(
  `
    mutation RecordTrainingSessions($input: RecordTrainingSessionsInput!) {
      result: recordTrainingSessions(input: $input) {
        __typename
        ... on Training {
          id
          version
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

const recordSessionsForm = z.object({ sessions: trainingSessions });

export interface RecordSessionsDialogProps {
  training: { id: string; version: number; topic: string };
  onClose(): void;
  onReload(): void;
}

/** 登记场次: of a training that was held. */
export function RecordSessionsDialog({ training, onClose, onReload }: RecordSessionsDialogProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(recordTrainingSessions);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(recordSessionsForm),
    defaultValues: { sessions: [EMPTY_SESSION] },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (fields) => {
    const done = await submit({
      ...fields,
      id: training.id,
      expectedVersion: training.version,
    });
    if (!done) return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal
      open
      title={label('recordTrainingSessions')}
      onCancel={onClose}
      footer={null}
      width={760}
    >
      <p className="tz-dialog-intro">{training.topic}</p>
      <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
        <FailureAlert
          failure={failure}
          onReload={() => {
            onReload();
            forgetFailure();
          }}
        />
        {/* A control is typed by its whole form; these fields only touch `sessions`, which both have. */}
        <SessionFields control={control as unknown as SessionFieldsProps['control']} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
