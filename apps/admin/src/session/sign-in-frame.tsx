import { LanguageSwitch, ProductMark, ThemeSwitch } from '@taizhang/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './sign-in.css';

export interface SignInFrameProps {
  title: string;
  intro: string;
  children: ReactNode;
}

/** The sheet around everything that happens before the console opens. */
export function SignInFrame({ title, intro, children }: SignInFrameProps) {
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
        <h1>{title}</h1>
        <p className="sign-in-intro">{intro}</p>
        {children}
      </main>
    </div>
  );
}
