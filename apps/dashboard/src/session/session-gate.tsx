import { graphql } from '@taizhang/client';
import { ErrorState, LoadingState } from '@taizhang/ui';
import { useEffect, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { sessionEnds } from './session-client.ts';
import { SignInPanel } from './sign-in-panel.tsx';
import { ViewerContext } from './use-viewer.ts';

const sessionQuery = graphql(`
  query Session {
    me {
      name
      isDemo
    }
  }
`);

/** Shows the dashboard to who is signed in, and the way in to who is not. */
export function SessionGate({ children }: { children: ReactNode }) {
  const [{ data, error, fetching }, read] = useQuery({ query: sessionQuery });

  useEffect(() => {
    const again = () => read({ requestPolicy: 'network-only' });
    sessionEnds.addEventListener('end', again);
    return () => sessionEnds.removeEventListener('end', again);
  }, [read]);

  const readAgain = () => read({ requestPolicy: 'network-only' });
  if (data?.me) return <ViewerContext value={data.me}>{children}</ViewerContext>;
  if (error) return <ErrorState error={error} onRetry={readAgain} />;
  if (fetching || !data) return <LoadingState rows={10} />;
  return <SignInPanel onSignedIn={readAgain} />;
}
