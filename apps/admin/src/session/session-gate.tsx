import { ErrorState, LoadingState } from '@taizhang/ui';
import { useMemo, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { SessionExpiredDialog } from './session-expired-dialog.tsx';
import { signOutMutation, viewerQuery } from './session.query.ts';
import { SignInPage } from './sign-in.page.tsx';
import { SessionContext, type Session } from './use-session.ts';

export interface SessionGateProps {
  /** The hub refused a read since the session began. */
  expired: boolean;
  /** Starts over with an empty cache: called after each change of who is signed in. */
  onRestart(): void;
  /** The same person went on after the session ran out: keeps the page and what was typed. */
  onRenewed(): void;
  children: ReactNode;
}

/** Shows the sign-in page until the hub says who the viewer is. */
export function SessionGate({ expired, onRestart, onRenewed, children }: SessionGateProps) {
  const [{ data, error, fetching }, reload] = useQuery({ query: viewerQuery });
  const [, signOut] = useMutation(signOutMutation);
  const viewer = data?.me;

  const session = useMemo<Session | null>(
    () =>
      viewer
        ? {
            viewer,
            async signOut() {
              await signOut({});
              onRestart();
            },
          }
        : null,
    [viewer, signOut, onRestart],
  );

  if (!session) {
    if (fetching) return <LoadingState rows={8} />;
    if (error && !expired) {
      return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
    }
    return <SignInPage onSignedIn={onRestart} />;
  }
  return (
    <SessionContext value={session}>
      {children}
      {expired ? <SessionExpiredDialog onSignedIn={onRenewed} /> : null}
    </SessionContext>
  );
}
