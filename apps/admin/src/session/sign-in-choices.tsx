import { LoadingState, Panel } from '@taizhang/ui';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DemoPeople } from './demo-people.tsx';
import { LocalSignInForm } from './local-sign-in-form.tsx';
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
  const [{ data, fetching }] = useQuery({ query: signInOptionsQuery });
  if (fetching) return <LoadingState rows={4} />;
  const demoPeople = data?.signInOptions.demoPeople ?? [];
  return (
    <div className={compact ? 'sign-in-choices sign-in-choices-compact' : 'sign-in-choices'}>
      {demoPeople.length > 0 ? (
        <Panel title={t('session.demoTitle')}>
          <p className="sign-in-hint">{t('session.demoIntro')}</p>
          <DemoPeople people={demoPeople} onSignedIn={onSignedIn} />
        </Panel>
      ) : null}
      <Panel title={t('session.localTitle')}>
        <LocalSignInForm onSignedIn={onSignedIn} />
      </Panel>
    </div>
  );
}
