import { Panel } from '@taizhang/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangePasswordForm } from '../account/change-password-form.tsx';
import { TotpEnrolment } from '../account/totp-enrolment.tsx';
import type { Viewer } from './session.query.ts';
import { SignInFrame } from './sign-in-frame.tsx';
import { useSession } from './use-session.ts';

export interface RequiredStepPageProps {
  step: NonNullable<Viewer['requiredStep']>;
  onDone(): void;
}

/** What the hub wants done before anything else, and the way out. */
export function RequiredStepPage({ step, onDone }: RequiredStepPageProps) {
  const { t } = useTranslation('admin');
  const { viewer, signOut } = useSession();
  const owner = { loginName: viewer.account?.loginName ?? '', displayName: viewer.name };
  return (
    <SignInFrame title={t(`requiredStep.${step}.title`)} intro={t(`requiredStep.${step}.intro`)}>
      <div className="sign-in-step">
        <Panel title={viewer.name}>
          {step === 'CHANGE_PASSWORD' ? (
            <ChangePasswordForm owner={owner} onChanged={onDone} />
          ) : (
            <TotpEnrolment onEnrolled={onDone} />
          )}
        </Panel>
        <Button type="link" onClick={() => void signOut()}>
          {t('session.signOut')}
        </Button>
      </div>
    </SignInFrame>
  );
}
