import { LoadingState, Panel, useLanguage } from '@taizhang/ui';
import { Alert, Button, Divider } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DemoPeople } from './demo-people.tsx';
import { LocalSignInForm } from './local-sign-in-form.tsx';
import { returnAddress } from './return-address.ts';
import { signInOptionsQuery } from './session.query.ts';
import './sign-in.css';

export interface SignInChoicesProps {
  onSignedIn(): void;
  /** In a dialog: no panels, names only. */
  compact?: boolean;
}

/** Demo people first where the hub offers them, and always an account. */
export function SignInChoices({ onSignedIn, compact = false }: SignInChoicesProps) {
  const { t } = useTranslation('admin');
  const { pick } = useLanguage();
  const [{ data, fetching }] = useQuery({ query: signInOptionsQuery });
  if (fetching) return <LoadingState rows={4} />;
  const oidcName = data?.signInOptions?.oidcName;
  const demoPeople = data?.signInOptions?.demoPeople ?? [];
  return (
    <div className={compact ? 'sign-in-choices sign-in-choices-compact' : 'sign-in-choices'}>
      {demoPeople.length > 0 ? (
        <Panel title={t('session.demoTitle')}>
          <p className="sign-in-hint">{t('session.demoIntro')}</p>
          <DemoPeople people={demoPeople} onSignedIn={onSignedIn} />
        </Panel>
      ) : null}
      <Panel title={t('session.localTitle')}>
        {data?.signInOptions?.isSetUpPending ? (
          <Alert type="info" showIcon title={t('setUpPending')} />
        ) : (
          <>
            {oidcName ? (
              <>
                <Button type="primary" href={oidcAddress()} block>
                  {t('signInBy', { name: pick(oidcName) })}
                </Button>
                <Divider plain>{t('signInOr')}</Divider>
              </>
            ) : null}
            <LocalSignInForm onSignedIn={onSignedIn} isFallback={Boolean(oidcName)} />
          </>
        )}
      </Panel>
    </div>
  );
}

/** The organization's own sign-in, which leads back to this page or to where the viewer was sent from. */
function oidcAddress(): string {
  const { pathname, search } = window.location;
  const back = returnAddress(search) ?? `${pathname}${search}`;
  return `/sign-in/oidc?return=${encodeURIComponent(back)}`;
}
