import { graphql } from '@taizhang/client';
import { setUpHubInput } from '@taizhang/access/rules';
import { LoadingState, Panel } from '@taizhang/ui';
import { Alert, Button, Steps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { isFailure, useOwnSubmission } from '../account/use-own-submission.ts';
import { ruleResolver } from '../form/rule-resolver.ts';
import { randomPassword } from '../people/random-password.ts';
import { TemporaryPasswords, type FirstSignIn } from '../people/temporary-passwords.tsx';
import { signInOptionsQuery } from '../session/session.query.ts';
import { SignInFrame } from '../session/sign-in-frame.tsx';
import { applyFieldErrors } from '../submission/apply-field-errors.ts';
import { FailureAlert } from '../submission/failure-alert.tsx';
import { mutationFailureFragment } from '../submission/mutation-failure.ts';
import { SET_UP_STEPS, SetUpFields, type SetUpStep } from './set-up-fields.tsx';

const setUpHub = graphql(
  `
    mutation SetUpHub($input: SetUpHubInput!) {
      result: setUpHub(input: $input) {
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

/** The fields of each step, checked before the next one. */
const FIELDS = {
  district: ['districtCode', 'districtName'],
  system: ['systemAdministrator'],
  security: ['securityAdministrator'],
  audit: ['auditAdministrator'],
} as const satisfies Record<SetUpStep, readonly string[]>;

const NOBODY = { displayName: '', loginName: '', password: '' };

/** 初次设置: the district and the three administrators of an empty hub, by the link that it printed. */
export function SetUpPage() {
  const { t } = useTranslation('admin');
  const [{ data, fetching }] = useQuery({ query: signInOptionsQuery });
  const [told, setTold] = useState<readonly FirstSignIn[] | null>(null);
  // Behind the hash, where no server and no log sees it.
  const token = window.location.hash.slice(1);
  if (told) return <Done accounts={told} />;
  if (fetching) return <LoadingState rows={8} />;
  if (data?.signInOptions?.isSetUpPending === false)
    return (
      <SetUpFrame>
        <Alert type="info" showIcon title={t('setUp.isDone')} action={<EnterButton />} />
      </SetUpFrame>
    );
  if (!token)
    return (
      <SetUpFrame>
        <Alert type="error" title={t('setUp.noToken')} showIcon role="alert" />
      </SetUpFrame>
    );
  return <Wizard token={token} onDone={setTold} />;
}

function SetUpFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('admin');
  return (
    <SignInFrame title={t('setUp.title')} intro={t('setUp.intro')}>
      {children}
    </SignInFrame>
  );
}

function EnterButton() {
  const { t } = useTranslation('admin');
  return (
    <Button type="primary" href="/admin/">
      {t('setUp.enter')}
    </Button>
  );
}

/** The passwords of the two others, to be told; whoever set up is signed in already. */
function Done({ accounts }: { accounts: readonly FirstSignIn[] }) {
  const { t } = useTranslation('admin');
  return (
    <SignInFrame title={t('setUp.doneTitle')} intro={t('setUp.doneIntro')}>
      <div className="sign-in-step">
        <Panel title={t('setUp.tell')}>
          <TemporaryPasswords accounts={accounts} />
          <div className="set-up-enter">
            <EnterButton />
          </div>
        </Panel>
      </div>
    </SignInFrame>
  );
}

interface WizardProps {
  token: string;
  onDone(accounts: readonly FirstSignIn[]): void;
}

function Wizard({ token, onDone }: WizardProps) {
  const { t } = useTranslation('admin');
  const [step, setStep] = useState(0);
  const { submit, submitting, failure } = useOwnSubmission(setUpHub);
  const [defaultValues] = useState(() => ({
    token,
    districtCode: '',
    districtName: '',
    systemAdministrator: NOBODY,
    securityAdministrator: { ...NOBODY, password: randomPassword() },
    auditAdministrator: { ...NOBODY, password: randomPassword() },
  }));
  const { control, handleSubmit, setError, trigger } = useForm({
    resolver: ruleResolver(setUpHubInput),
    defaultValues,
  });
  const name = SET_UP_STEPS[step]!;
  const isLast = step === SET_UP_STEPS.length - 1;
  const goOn = async () => {
    if (await trigger(FIELDS[name])) setStep(step + 1);
  };
  const send = handleSubmit(async (input) => {
    const result = await submit({ ...input, token });
    if (isFailure(result)) applyFieldErrors(result, setError);
    else onDone([input.securityAdministrator, input.auditAdministrator]);
  });

  return (
    <SetUpFrame>
      <Steps
        className="set-up-steps"
        current={step}
        size="small"
        items={SET_UP_STEPS.map((one) => ({ title: t(`setUp.${one}Title`) }))}
      />
      <div className="sign-in-step">
        <Panel title={t(`setUp.${name}Title`)}>
          <form
            className="form-stack"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void (isLast ? send(event) : goOn());
            }}
          >
            <FailureAlert failure={failure} />
            <SetUpFields control={control} step={name} />
            <div className="form-actions">
              <Button type="primary" htmlType="submit" loading={submitting}>
                {isLast ? t('setUp.submit') : t('setUp.next')}
              </Button>
              {step > 0 ? (
                <Button onClick={() => setStep(step - 1)}>{t('setUp.previous')}</Button>
              ) : null}
            </div>
          </form>
        </Panel>
      </div>
    </SetUpFrame>
  );
}
