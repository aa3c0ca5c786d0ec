import { graphql } from '@taizhang/client';
import { recordTrainingInput } from '@taizhang/trainings/rules';
import { PageHeading, Panel } from '@taizhang/ui';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { EMPTY_SESSION, SessionFields } from './session-fields.tsx';
import { TrainingFields } from './training-fields.tsx';

const recordTraining = graphql(
  `
    mutation RecordTraining($input: RecordTrainingInput!) {
      result: recordTraining(input: $input) {
        __typename
        ... on Training {
          id
          item {
            id
          }
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

/** 登记培训会议; `?item=` names the item that it serves. */
export function RecordTrainingPage() {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const { submit, submitting, failure } = useSubmission(recordTraining);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(recordTrainingInput),
    defaultValues: {
      kind: 'TRAINING',
      direction: 'HELD',
      topic: '',
      itemId: params.get('item'),
      responsibleUnitId: null,
      sessions: [EMPTY_SESSION],
    },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (input) => {
    const training = await submit(input);
    if (!training) return;
    void message.success(t('common.saved'));
    void navigate(`/trainings/${training.id}`, { replace: true });
  });

  return (
    <div className="form-page">
      <title>{`${t('trainings.form.title')} · ${t('appName')}`}</title>
      <PageHeading title={t('trainings.form.title')} />
      <Panel>
        <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
          <FailureAlert failure={failure} />
          <TrainingFields control={control} />
          <SessionFields control={control} />
          <div className="form-actions">
            <Button type="primary" htmlType="submit" loading={submitting}>
              {t('common.save')}
            </Button>
            <Button onClick={() => void navigate(-1)}>{t('common.cancel')}</Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
