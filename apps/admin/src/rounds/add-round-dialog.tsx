import { addRoundInput } from '@taizhang/rectification/rules';
import { App, Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useForm, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ChoiceField } from '../form/choice-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { RoundFields, type RoundFieldValues } from './round-fields.tsx';
import { addRound } from './round-form.mutations.ts';
import { useActionLabel } from '../actions/use-action-label.ts';

/** 登记轮次: leads to the round registered. */
export function AddRoundDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('admin');
  const label = useActionLabel();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { bureaus, fetching } = useRecordChoices();
  const { submit, submitting, failure } = useSubmission(addRound);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addRoundInput),
    defaultValues: { code: '', inspectedOrganizationId: '', title: '', kind: 'INSPECTION' },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);

  const save = handleSubmit(async (input) => {
    const done = await submit(input);
    if (done?.__typename !== 'InspectionRound') return;
    void message.success(t('common.saved'));
    void navigate(`/rounds/${done.id}`);
  });

  return (
    <Modal open title={label('addInspectionRound')} onCancel={onClose} footer={null} width={680}>
      <form className="form-stack" onSubmit={(event) => void save(event)} noValidate>
        <FailureAlert failure={failure} />
        <div className="form-grid">
          <TextField
            control={control}
            name="code"
            label={t('roundForm.code')}
            hint={t('roundForm.codeHint')}
            required
          />
          <ChoiceField
            control={control}
            name="inspectedOrganizationId"
            label={t('rounds.organization')}
            choices={bureaus}
            loading={fetching}
            required
          />
        </div>
        {/* A control is typed by its whole form; these fields only touch what both forms have. */}
        <RoundFields control={control as unknown as Control<RoundFieldValues>} />
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
