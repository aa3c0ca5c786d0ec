import { graphql } from '@taizhang/client';
import { editMeasureInput } from '@taizhang/rectification/rules';
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
import { useActionLabel } from '../actions/use-action-label.ts';

const editMeasure = graphql(
  `
    mutation EditMeasure($input: EditMeasureInput!) {
      result: editMeasure(input: $input) {
        __typename
        ... on CorrectiveMeasure {
          id
          version
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

export interface EditMeasureDialogProps {
  measure: {
    id: string;
    version: number;
    text: string;
    dueOn: string | null;
    owner: { id: string } | null;
    responsibleUnit: { id: string } | null;
  };
  onClose(): void;
  /** Reads the measure again; what was typed stays. */
  onReload(): void;
}

/** 编辑措施: what it says, who answers for it, who carries it out, by when. */
export function EditMeasureDialog({ measure, onClose, onReload }: EditMeasureDialogProps) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const { submit, submitting, failure, forgetFailure } = useSubmission(editMeasure);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(editMeasureInput),
    defaultValues: {
      text: measure.text,
      ownerId: measure.owner?.id ?? null,
      responsibleUnitId: measure.responsibleUnit?.id ?? null,
      dueOn: measure.dueOn,
    },
  });

  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (fields) => {
    if (!(await submit({ ...fields, id: measure.id, expectedVersion: measure.version }))) return;
    void message.success(t('common.saved'));
    onClose();
  });

  return (
    <Modal open title={label('editMeasure')} onCancel={onClose} footer={null} width={560}>
      <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
        <FailureAlert
          failure={failure}
          onReload={() => {
            onReload();
            forgetFailure();
          }}
        />
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
