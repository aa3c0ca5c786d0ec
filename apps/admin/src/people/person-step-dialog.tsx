import { reasonInput } from '@taizhang/access/rules';
import { App, Button, Modal } from 'antd';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { PERSON_STEPS, type PersonStep } from './people.queries.ts';

interface PersonStepDialogProps {
  action: PersonStep;
  person: { id: string; version: number; displayName: string };
  onClose(): void;
  onReload(): void;
}

const rule = reasonInput.pick({ reason: true });

/** Asks for the reason of disabling, enabling, unlocking or signing out, and does it. */
export function PersonStepDialog({ action, person, onClose, onReload }: PersonStepDialogProps) {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const { submit, submitting, failure } = useSubmission(PERSON_STEPS[action]);
  const { control, handleSubmit } = useForm({
    resolver: ruleResolver(rule),
    defaultValues: { reason: '' },
  });
  const label = t(`people.steps.${action}`);
  const confirm = handleSubmit(async ({ reason }) => {
    const done = await submit({
      id: person.id,
      expectedVersion: person.version,
      reason: reason ?? null,
    });
    if (!done) return;
    void message.success(t('common.done', { action: label }));
    onClose();
  });
  return (
    <Modal open title={label} onCancel={onClose} footer={null} width={520}>
      <p className="tz-dialog-intro">{person.displayName}</p>
      <p className="tz-dialog-intro">{t(`people.stepIntro.${action}`)}</p>
      <form className="form-stack" onSubmit={(event) => void confirm(event)} noValidate>
        <FailureAlert failure={failure} onReload={onReload} />
        <TextField control={control} name="reason" label={t('people.reason')} rows={2} />
        <div className="form-actions">
          <Button
            type="primary"
            htmlType="submit"
            loading={submitting}
            danger={action === 'disablePerson'}
          >
            {t('actionForm.confirm', { action: label })}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
