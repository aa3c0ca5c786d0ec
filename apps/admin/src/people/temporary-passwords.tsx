import { Alert, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import './people.css';

/** What somebody needs to sign in the first time. */
export interface FirstSignIn {
  displayName: string;
  loginName: string;
  password: string;
}

/** The accounts that were just given a password, as long as they are on the screen: no other place shows it again. */
export function TemporaryPasswords({ accounts }: { accounts: readonly FirstSignIn[] }) {
  const { t } = useTranslation('admin');
  return (
    <>
      <Alert type="warning" showIcon title={t('temporaryPassword.once')} />
      {accounts.map(({ displayName, loginName, password }) => (
        <dl key={loginName} className="first-sign-in">
          <dt>{t('people.name')}</dt>
          <dd>{displayName}</dd>
          <dt>{t('people.loginName')}</dt>
          <dd>{loginName}</dd>
          <dt>{t('temporaryPassword.label')}</dt>
          <dd>
            <Typography.Text
              code
              copyable={{
                text: password,
                tooltips: [t('apiClients.copy'), t('apiClients.copied')],
              }}
            >
              {password}
            </Typography.Text>
          </dd>
        </dl>
      ))}
    </>
  );
}
