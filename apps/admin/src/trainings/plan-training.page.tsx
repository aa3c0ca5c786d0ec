import { graphql } from '@taizhang/client';
import { planTrainingInput } from '@taizhang/trainings/rules';
import { PageHeading, Panel } from '@taizhang/ui';
import { App, Button } from 'antd';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { DateField } from '../form/date-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { TrainingFields } from './training-fields.tsx';
import { useActionLabel } from '../actions/use-action-label.ts';

const planTraining = graphql(
  `
    mutation PlanTraining($input: PlanTrainingInput!) {
      result: planTraining(input: $input) {
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

/** 计划培训会议; `?item=` names the item that it serves. */
export function PlanTrainingPage() {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [params] = useSearchParams();
  const { submit, submitting, failure } = useSubmission(planTraining);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(planTrainingInput),
    defaultValues: {
      kind: 'TRAINING',
      direction: 'HELD',
      topic: '',
      itemId: params.get('item'),
      responsibleUnitId: null,
      plannedOn: '',
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
      <title>{`${label('planTraining')} · ${t('appName')}`}</title>
      <PageHeading title={label('planTraining')} />
      <Panel>
        <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
          <FailureAlert failure={failure} />
          <TrainingFields control={control} />
          <DateField
            control={control}
            name="plannedOn"
            label={t('actionForm.plannedOn')}
            required
          />
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
