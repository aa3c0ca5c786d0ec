import { graphql } from '@taizhang/client';
import { disableTotpInput } from '@taizhang/access/rules';
import { Button } from 'antd';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { isFailure, useOwnSubmission } from './use-own-submission.ts';

const disableTotp = graphql(
  `
    mutation DisableTotp($input: DisableTotpInput!) {
      result: disableTotp(input: $input) {
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

/** Turning the second factor off takes the password and a code. */
export function DisableTotpForm({ onDisabled }: { onDisabled: () => void }) {
  const { t } = useTranslation('admin');
  const { submit, submitting, failure } = useOwnSubmission(disableTotp);
  const { control, handleSubmit, setError } = useForm({
    resolver: ruleResolver(disableTotpInput),
    defaultValues: { password: '', code: '' },
  });
  const send = handleSubmit(async (input) => {
    const result = await submit(input);
    if (isFailure(result)) applyFieldErrors(result, setError);
    else onDisabled();
  });
  return (
    <form className="form-stack" onSubmit={(event) => void send(event)} noValidate>
      <FailureAlert failure={failure} />
      <TextField
        control={control}
        name="password"
        label={t('ownAccount.password')}
        type="password"
        autoComplete="current-password"
      />
      <TextField
        control={control}
        name="code"
        label={t('secondFactor.code')}
        autoComplete="one-time-code"
      />
      <div>
        <Button danger htmlType="submit" loading={submitting}>
          {t('ownAccount.totpDisable')}
        </Button>
      </div>
    </form>
  );
}
