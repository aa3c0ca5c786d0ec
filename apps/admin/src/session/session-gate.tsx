import { ErrorState, LoadingState } from '@taizhang/ui';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { signOutMutation, viewerQuery, type Viewer } from './session.query.ts';
import { returnAddress } from './return-address.ts';
import { SessionContext, type Session } from './use-session.ts';

const SignInPage = lazy(async () => ({ default: (await import('./sign-in.page.tsx')).SignInPage }));
const RequiredStepPage = lazy(async () => ({
  default: (await import('./required-step.page.tsx')).RequiredStepPage,
}));
const SessionExpiredDialog = lazy(async () => ({
  default: (await import('./session-expired-dialog.tsx')).SessionExpiredDialog,
}));

export interface SessionGateProps {
  /** The hub refused a read since the session began. */
  expired: boolean;
  /** Starts over with an empty cache: called after each change of who is signed in. */
  onRestart(): void;
  /** The same person went on after the session ran out: keeps the page and what was typed. */
  onRenewed(): void;
  children: ReactNode;
}

/** Shows the sign-in page until the hub says who the viewer is, and a dialog when it no longer knows. */
export function SessionGate({ expired, onRestart, onRenewed, children }: SessionGateProps) {
  const [{ data, error, fetching }, reload] = useQuery({ query: viewerQuery });
  const [, signOut] = useMutation(signOutMutation);
  // Who was here stays on screen while the session is renewed.
  const [viewer, setViewer] = useState<Viewer | null>(null);
  const me = data?.me ?? null;
  if (me && me !== viewer && (!viewer || isSamePerson(me, viewer))) setViewer(me);
  const isSomeoneElse = me !== null && viewer !== null && !isSamePerson(me, viewer);

  useEffect(() => {
    if (isSomeoneElse) onRestart();
  }, [isSomeoneElse, onRestart]);

  const session = useMemo<Session | null>(
    () =>
      viewer
        ? {
            viewer,
            async signOut() {
              await signOut({});
              // Whoever signs in next begins at the start, not on the page that was left.
              window.location.assign('/admin/');
            },
          }
        : null,
    [viewer, signOut],
  );

  if (!session) {
    if (fetching) return <LoadingState rows={8} />;
    if (error) {
      return <ErrorState error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
    }
    return (
      <Suspense fallback={<LoadingState rows={8} />}>
        <SignInPage onSignedIn={() => goOn(onRestart)} />
      </Suspense>
    );
  }
  if (session.viewer.requiredStep) {
    return (
      <SessionContext value={session}>
        <Suspense fallback={<LoadingState rows={8} />}>
          <RequiredStepPage step={session.viewer.requiredStep} onDone={() => goOn(onRestart)} />
        </Suspense>
      </SessionContext>
    );
  }
  const isGone = expired || (data !== undefined && me === null);
  const renew = () => {
    reload({ requestPolicy: 'network-only' });
    onRenewed();
  };
  return (
    <SessionContext value={session}>
      {children}
      {isGone ? (
        <Suspense>
          <SessionExpiredDialog onSignedIn={renew} />
        </Suspense>
      ) : null}
    </SessionContext>
  );
}

function isSamePerson(one: Viewer, other: Viewer): boolean {
  return one.person?.id === other.person?.id && one.name === other.name;
}

/** After signing in: back to where the viewer was sent from, else on with this page. */
function goOn(restart: () => void) {
  const back = returnAddress(window.location.search);
  if (back) window.location.assign(back);
  else restart();
}
