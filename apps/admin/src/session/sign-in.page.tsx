import { LanguageSwitch, ProductMark, ThemeSwitch } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { SignInChoices } from './sign-in-choices.tsx';
import './sign-in.css';

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <div className="sign-in">
      <header className="sign-in-head">
        <ProductMark suffix={t('appName')} />
        <div className="sign-in-switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </header>
      <main className="sign-in-main">
        <h1>{t('session.title')}</h1>
        <p className="sign-in-intro">{t('session.intro')}</p>
        <SignInChoices onSignedIn={onSignedIn} />
      </main>
    </div>
  );
}
