import { graphql } from '@taizhang/client';
import { addMeasureInput } from '@taizhang/rectification/rules';
import { App, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useForm, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { useSubmission } from '../submission/use-submission.ts';
import { MeasureFields, type MeasureFieldValues } from './measure-fields.tsx';

const addMeasure = graphql(
  `
    mutation AddMeasure($input: AddMeasureInput!) {
      result: addMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
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

export function AddMeasureDialog({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(addMeasure);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addMeasureInput),
    defaultValues: { itemId, text: '', ownerId: null, responsibleUnitId: null, dueOn: null },
  });

  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (input) => {
    if (!(await submit(input))) return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal open title={t('measureForm.title')} onCancel={onClose} footer={null} width={560}>
      <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
        <FailureAlert failure={failure} />
        {/* A control is typed by its whole form; these fields only touch what both forms have. */}
        <MeasureFields control={control as unknown as Control<MeasureFieldValues>} />
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
