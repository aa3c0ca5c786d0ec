import { useTranslation } from 'react-i18next';
import { SignInChoices } from './sign-in-choices.tsx';
import { SignInFrame } from './sign-in-frame.tsx';

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <SignInFrame title={t('session.title')} intro={t('session.intro')}>
      <SignInChoices onSignedIn={onSignedIn} />
    </SignInFrame>
  );
}
