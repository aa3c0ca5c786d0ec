import { addPersonInput } from '@taizhang/access/rules';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ChoiceField } from '../form/choice-field.tsx';
import { useRecordChoices } from '../form/record-choices.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { addPerson } from './people.mutations.ts';
import { randomPassword } from './random-password.ts';
import { TemporaryPasswordDialog } from './temporary-password-dialog.tsx';
import { TemporaryPasswordField } from './temporary-password-field.tsx';
import type { FirstSignIn } from './temporary-passwords.tsx';

/** 新增人员, with a local account; then the password to tell. */
export function AddPersonDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('admin');
  const [added, setAdded] = useState<FirstSignIn | null>(null);
  const { units, fetching } = useRecordChoices();
  const { submit, submitting, failure } = useSubmission(addPerson);
  const [password] = useState(randomPassword);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(addPersonInput),
    defaultValues: { displayName: '', position: '', loginName: '', password },
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);
  const add = handleSubmit(async (fields) => {
    if (await submit({ ...fields, position: fields.position ?? null })) setAdded(fields);
  });
  if (added) return <TemporaryPasswordDialog account={added} onClose={onClose} />;
  return (
    <Modal open title={t('people.addPerson')} onCancel={onClose} footer={null} width={520}>
      <p className="tz-dialog-intro">{t('people.addPersonIntro')}</p>
      <form className="form-stack" onSubmit={(event) => void add(event)} noValidate>
        <FailureAlert failure={failure} />
        <TextField control={control} name="displayName" label={t('people.name')} required />
        <TextField control={control} name="position" label={t('people.position')} />
        <ChoiceField
          control={control}
          name="organizationId"
          label={t('people.organization')}
          required
          choices={units}
          loading={fetching}
        />
        <TextField control={control} name="loginName" label={t('people.loginName')} required />
        <TemporaryPasswordField control={control} name="password" />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={submitting}>
            {t('people.addPerson')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
