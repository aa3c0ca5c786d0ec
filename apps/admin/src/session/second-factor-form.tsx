import { codeInput } from '@taizhang/access/rules';
import { useLanguage } from '@taizhang/ui';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { ruleResolver } from '../form/rule-resolver.ts';
import { TextField } from '../form/text-field.tsx';
import { completeSignInMutation } from './session.query.ts';
import { useFailureText } from './use-failure-text.ts';

export interface SecondFactorFormProps {
  challenge: string;
  onSignedIn(): void;
  onStartOver(): void;
}

/** The second step of a sign-in whose password was right. */
export function SecondFactorForm({ challenge, onSignedIn, onStartOver }: SecondFactorFormProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const sayFailure = useFailureText();
  const [{ fetching }, complete] = useMutation(completeSignInMutation);
  const [failure, setFailure] = useState<string | null>(null);
  const form = useForm({ resolver: ruleResolver(codeInput), defaultValues: { code: '' } });

  const submit = form.handleSubmit(async ({ code }) => {
    setFailure(null);
    const { data, error } = await complete({ input: { challenge, code } });
    const result = data?.completeSignIn;
    if (result?.__typename === 'SecondFactorError') setFailure(pick(result.message));
    else if (result) onSignedIn();
    else setFailure(sayFailure(error));
  });

  return (
    <form className="form-stack" onSubmit={(event) => void submit(event)} noValidate>
      <p className="sign-in-hint">{t('secondFactor.intro')}</p>
      {failure ? <Alert type="error" title={failure} showIcon role="alert" /> : null}
      <TextField
        control={form.control}
        name="code"
        label={t('secondFactor.code')}
        autoComplete="one-time-code"
      />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" loading={fetching}>
          {t('secondFactor.submit')}
        </Button>
        <Button onClick={onStartOver}>{t('secondFactor.back')}</Button>
      </div>
    </form>
  );
}
