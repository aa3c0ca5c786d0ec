import { checkNewPassword, newPassword } from '@taizhang/access/rules';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ruleResolver } from '../form/rule-resolver.ts';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { useSubmission } from '../submission/use-submission.ts';
import { resetPassword } from './people.mutations.ts';
import type { PersonDetail } from './people.queries.ts';
import { randomPassword } from './random-password.ts';
import { TemporaryPasswordDialog } from './temporary-password-dialog.tsx';
import { TemporaryPasswordField } from './temporary-password-field.tsx';

interface ResetDialogProps {
  person: PersonDetail;
  onClose(): void;
  onReload(): void;
}

/** 重置密码: a temporary one, which its owner must change; then shown once, to be told. */
export function ResetPasswordDialog({ person, onClose, onReload }: ResetDialogProps) {
  const { t } = useTranslation('admin');
  const owner = {
    displayName: person.displayName,
    loginName: person.account?.loginName ?? '',
  };
  const [given, setGiven] = useState<string | null>(null);
  const { submit, submitting, failure } = useSubmission(resetPassword);
  const [defaultValues] = useState(() => ({ password: randomPassword() }));
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(passwordFor(owner)),
    defaultValues,
  });
  useEffect(() => applyFieldErrors(failure, setError), [failure, setError]);
  const reset = handleSubmit(async ({ password }) => {
    if (await submit({ personId: person.id, password })) setGiven(password);
  });
  if (given)
    return <TemporaryPasswordDialog account={{ ...owner, password: given }} onClose={onClose} />;
  return (
    <Modal open title={t('people.resetPassword')} onCancel={onClose} footer={null} width={520}>
      <p className="tz-dialog-intro">{person.displayName}</p>
      <p className="tz-dialog-intro">{t('people.resetPasswordIntro')}</p>
      <form className="form-stack" onSubmit={(event) => void reset(event)} noValidate>
        <FailureAlert failure={failure} onReload={onReload} />
        <TemporaryPasswordField control={control} name="password" />
        <div className="form-actions">
          <Button type="primary" danger htmlType="submit" loading={submitting}>
            {t('actionForm.confirm', { action: t('people.resetPassword') })}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

const passwordFor = (owner: { displayName: string; loginName: string }) =>
  z
    .object({ password: newPassword })
    .superRefine(({ password }, context) =>
      checkNewPassword(context, ['password'], password, owner),
    );
