import { createLanguage, LanguageProvider, ThemeProvider, type Language } from '@taizhang/ui';
import { configure, render } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { dashboardChinese } from '../language/dashboard-chinese.ts';
import { dashboardEnglish } from '../language/dashboard-english.ts';
import '../language/resources.ts';
import { routes } from '../router.tsx';
import { createSessionClient } from '../session/session-client.ts';
import { createStandInHub, type StandInHub } from './stand-in-hub.ts';

// A list's code is fetched when it is first opened, which takes a busy machine more than a second.
configure({ asyncUtilTimeout: 8000 });

export interface RenderedDashboard {
  hub: StandInHub;
  router: ReturnType<typeof createMemoryRouter>;
  /** The address inside the dashboard. */
  address(): string;
}

/** The whole dashboard at an address, reading from a stand-in hub. */
export function renderDashboard(
  address = '/',
  prepare: (hub: StandInHub) => void = () => undefined,
  language: Language = 'zh',
): RenderedDashboard {
  const hub = createStandInHub();
  prepare(hub);
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const i18n = createLanguage(
    { dashboard: { zh: dashboardChinese, en: dashboardEnglish } },
    language,
  );
  render(
    <LanguageProvider i18n={i18n}>
      <ThemeProvider>
        <Provider value={createSessionClient('http://hub/graphql', hub.fetch)}>
          <RouterProvider router={router} />
        </Provider>
      </ThemeProvider>
    </LanguageProvider>,
  );
  return {
    hub,
    router,
    address: () => router.state.location.pathname + router.state.location.search,
  };
}
