import { graphql } from '@taizhang/client';
import { changePasswordInput, newPassword, refusePassword } from '@taizhang/access/rules';
import { bilingual } from '@taizhang/platform/rules';
import { Button } from 'antd';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { isFailure, useOwnSubmission } from './use-own-submission.ts';

const changePassword = graphql(
  `
    mutation ChangePassword($input: ChangePasswordInput!) {
      result: changePassword(input: $input) {
        __typename
        ... on Viewer {
          name
        }
        ...MutationFailure
      }
    }
  `,
  [mutationFailureFragment],
);

export interface ChangePasswordFormProps {
  owner: { loginName: string; displayName: string };
  onChanged(): void;
}

/** Old password, new password twice; the new one is judged as the hub judges it. */
export function ChangePasswordForm({ owner, onChanged }: ChangePasswordFormProps) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure } = useOwnSubmission(changePassword);
  const { control, handleSubmit, setError, reset } = useForm({
    resolver: ruleResolver(passwordForm(owner)),
    defaultValues: { oldPassword: '', newPassword: '', repeated: '' },
  });
  const send = handleSubmit(async ({ oldPassword, newPassword }) => {
    const result = await submit({ oldPassword, newPassword });
    if (isFailure(result)) return applyFieldErrors(result, setError);
    reset();
    onChanged();
  });
  const field = (
    name: 'oldPassword' | 'newPassword' | 'repeated',
    label: string,
    hint?: string,
  ) => (
    <TextField
      control={control}
      name={name}
      label={label}
      hint={hint}
      type="password"
      autoComplete={name === 'oldPassword' ? 'current-password' : 'new-password'}
    />
  );
  return (
    <form className="form-stack" onSubmit={(event) => void send(event)} noValidate>
      <FailureAlert failure={failure} />
      {field('oldPassword', t('ownAccount.oldPassword'))}
      {field('newPassword', t('ownAccount.newPassword'), t('ownAccount.newPasswordHint'))}
      {field('repeated', t('ownAccount.repeatPassword'))}
      <div>
        <Button type="primary" htmlType="submit" loading={submitting}>
          {t('ownAccount.changePassword')}
        </Button>
      </div>
    </form>
  );
}

const passwordForm = (owner: ChangePasswordFormProps['owner']) =>
  changePasswordInput.safeExtend({ repeated: newPassword }).superRefine((fields, context) => {
    const message = refusePassword(fields.newPassword, owner);
    if (message) context.addIssue({ code: 'custom', path: ['newPassword'], message });
    if (fields.repeated !== fields.newPassword)
      context.addIssue({
        code: 'custom',
        path: ['repeated'],
        message: bilingual('两次输入不一致', 'The two differ'),
      });
  });
