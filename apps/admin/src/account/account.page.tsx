import { PageHeading, Panel } from '@taizhang/ui';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { viewerQuery } from '../session/session.query.ts';
import { useSession } from '../session/use-session.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { DisableTotpForm } from './disable-totp-form.tsx';
import { MySessionsPanel } from './my-sessions-panel.tsx';
import { TotpEnrolment } from './totp-enrolment.tsx';
import './account.css';

/** One's own password, second factor and sessions. */
export function AccountPage() {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const client = useClient();
  const { viewer } = useSession();
  const { account } = viewer;
  // SessionGate listens to the answer: what the page shows of the account follows.
  const refresh = () =>
    void client.query(viewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
  return (
    <>
      <PageHeading title={t('ownAccount.title')} subtitle={t('ownAccount.subtitle')} />
      <div className="account-panels">
        {account ? (
          <>
            <Panel title={t('ownAccount.passwordTitle')}>
              <ChangePasswordForm
                owner={{ loginName: account.loginName, displayName: viewer.name }}
                onChanged={() => void message.success(t('ownAccount.passwordChanged'))}
              />
            </Panel>
            <Panel title={t('ownAccount.totpTitle')}>
              {account.hasTotp ? (
                <>
                  <p>{t('ownAccount.totpOn', { count: account.recoveryCodesLeft })}</p>
                  <DisableTotpForm
                    onDisabled={() => {
                      void message.success(t('ownAccount.totpDisabled'));
                      refresh();
                    }}
                  />
                </>
              ) : (
                <TotpEnrolment onEnrolled={refresh} />
              )}
            </Panel>
          </>
        ) : (
          <Panel title={t('ownAccount.passwordTitle')}>
            <p>{t('ownAccount.noPassword')}</p>
          </Panel>
        )}
        <MySessionsPanel />
      </div>
    </>
  );
}
