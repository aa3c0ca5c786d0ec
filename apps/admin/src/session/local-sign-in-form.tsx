import { signInInput } from '@taizhang/access/rules';
import { useLanguage } from '@taizhang/ui';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { TextField } from '../form/text-field.tsx';
import { ruleResolver } from '../form/rule-resolver.ts';
import { SecondFactorForm } from './second-factor-form.tsx';
import { signInMutation } from './session.query.ts';
import { useFailureText } from './use-failure-text.ts';

export interface LocalSignInFormProps {
  onSignedIn(): void;
  /** Another way to sign in comes first. */
  isFallback?: boolean;
}

export function LocalSignInForm({ onSignedIn, isFallback = false }: LocalSignInFormProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const [{ fetching }, signIn] = useMutation(signInMutation);
  const sayFailure = useFailureText();
  const [failure, setFailure] = useState<string | null>(null);
  const [challenge, setChallenge] = useState<string | null>(null);
  const form = useForm({
    resolver: ruleResolver(signInInput),
    defaultValues: { loginName: '', password: '' },
  });

  const submit = form.handleSubmit(async (input) => {
    setFailure(null);
    const { data, error } = await signIn({ input });
    const result = data?.signIn;
    if (result?.__typename === 'SignInError') setFailure(pick(result.message));
    else if (result?.__typename === 'SecondFactorRequired') setChallenge(result.challenge);
    else if (result) onSignedIn();
    else setFailure(sayFailure(error));
  });

  if (challenge) {
    const startOver = () => setChallenge(null);
    return (
      <SecondFactorForm challenge={challenge} onSignedIn={onSignedIn} onStartOver={startOver} />
    );
  }

  return (
    <form className="form-stack" onSubmit={(event) => void submit(event)} noValidate>
      {failure ? <Alert type="error" title={failure} showIcon role="alert" /> : null}
      <TextField
        control={form.control}
        name="loginName"
        label={t('session.loginName')}
        autoComplete="username"
      />
      <TextField
        control={form.control}
        name="password"
        label={t('session.password')}
        type="password"
        autoComplete="current-password"
      />
      <div>
        <Button
          type={isFallback ? 'default' : 'primary'}
          htmlType="submit"
          loading={fetching}
          block
        >
          {t('session.signIn')}
        </Button>
      </div>
    </form>
  );
}
