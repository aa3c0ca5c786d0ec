import '@taizhang/ui/strict-zod';
import { createLanguage, LanguageProvider, ThemeProvider } from '@taizhang/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { dashboardChinese } from './language/dashboard-chinese.ts';
import { dashboardEnglish } from './language/dashboard-english.ts';
import './language/resources.ts';
import { createDashboardRouter } from './router.tsx';
import { createSessionClient } from './session/session-client.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root element');

const client = createSessionClient(`${window.location.origin}/graphql`);
const i18n = createLanguage({ dashboard: { zh: dashboardChinese, en: dashboardEnglish } });

createRoot(root).render(
  <StrictMode>
    <LanguageProvider i18n={i18n}>
      <ThemeProvider>
        <Provider value={client}>
          <RouterProvider router={createDashboardRouter()} />
        </Provider>
      </ThemeProvider>
    </LanguageProvider>
  </StrictMode>,
);
