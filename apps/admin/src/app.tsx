import { createHubClient } from '@taizhang/client';
import { LanguageProvider, LoadingState, ThemeProvider } from '@taizhang/ui';
import type { i18n } from 'i18next';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { RouterProvider } from 'react-router/dom';
import { Provider } from 'urql';
import { createAdminRouter } from './router.tsx';
import { SessionGate } from './session/session-gate.tsx';

const SET_UP = '/admin/set-up';
const SetUpPage = lazy(async () => ({
  default: (await import('./setup/set-up.page.tsx')).SetUpPage,
}));

/** The admin console: theme and language over everything, then who is there, then the pages. */
export function App({ language }: { language: i18n }) {
  return (
    <LanguageProvider i18n={language}>
      <ThemeProvider>
        <SignedInApp />
      </ThemeProvider>
    </LanguageProvider>
  );
}

function SignedInApp() {
  const [round, setRound] = useState(0);
  const [expired, setExpired] = useState(false);

  // A new client for each person: what one had read is never shown to the next.
  const client = useMemo(
    () =>
      createHubClient({
        url: '/graphql',
        clientName: 'admin',
        onUnauthenticated: () => setExpired(true),
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `round` is what makes a client outdated
    [round],
  );
  const router = useMemo(() => createAdminRouter(), []);

  const restart = useCallback(() => {
    setExpired(false);
    setRound((current) => current + 1);
  }, []);
  const renew = useCallback(() => setExpired(false), []);

  // Nobody can sign in yet where a hub is set up.
  if (window.location.pathname === SET_UP) {
    return (
      <Provider value={client}>
        <Suspense fallback={<LoadingState rows={8} />}>
          <SetUpPage />
        </Suspense>
      </Provider>
    );
  }
  return (
    <Provider value={client} key={round}>
      <SessionGate expired={expired} onRestart={restart} onRenewed={renew}>
        <RouterProvider router={router} />
      </SessionGate>
    </Provider>
  );
}
