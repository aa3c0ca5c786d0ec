import { graphql } from '@taizhang/client';
import { ErrorState, LoadingState, Panel, ToneTag, useFormat } from '@taizhang/ui';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'urql';
import { browserName } from './browser-name.ts';
import './account.css';

const mySessionsQuery = graphql(`
  query MySessions {
    mySessions {
      id
      method
      createdAt
      lastSeenAt
      address
      userAgent
      isCurrent
    }
  }
`);

const revokeMySession = graphql(`
  mutation RevokeMySession($input: RevokeMySessionInput!) {
    revokeMySession(input: $input) {
      __typename
    }
  }
`);

/** Where one is signed in, each to be ended. */
export function MySessionsPanel() {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const { dateTime } = useFormat();
  const [{ data, error }, read] = useQuery({
    query: mySessionsQuery,
    requestPolicy: 'cache-and-network',
  });
  const [{ fetching }, revoke] = useMutation(revokeMySession);
  const readAgain = () => read({ requestPolicy: 'network-only' });
  const end = async (id: string) => {
    const { data } = await revoke({ input: { id } });
    if (data?.revokeMySession.__typename === 'MySession')
      void message.success(t('ownAccount.sessionEnded'));
    readAgain();
  };
  return (
    <Panel title={t('ownAccount.sessionsTitle')} flush>
      {error ? <ErrorState error={error} onRetry={readAgain} /> : null}
      {!data && !error ? <LoadingState rows={3} /> : null}
      <ul className="my-sessions">
        {data?.mySessions?.map((session) => (
          <li key={session.id}>
            <div>
              <strong>{browserName(session.userAgent) ?? t('ownAccount.sessionUnknown')}</strong>
              {session.isCurrent ? (
                <ToneTag tone="success">{t('ownAccount.sessionCurrent')}</ToneTag>
              ) : null}
              <p>
                {[session.address, t(`ownAccount.sessionMethods.${session.method}`)]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <p>
                {t('ownAccount.sessionSince', {
                  since: dateTime(String(session.createdAt)),
                  seen: dateTime(String(session.lastSeenAt)),
                })}
              </p>
            </div>
            {session.isCurrent ? null : (
              <Button size="small" disabled={fetching} onClick={() => void end(session.id)}>
                {t('ownAccount.sessionEnd')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
