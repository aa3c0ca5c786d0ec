import { NotFoundState } from '@taizhang/ui';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { DashboardFrame } from './frame/dashboard-frame.tsx';
import { OverviewPage } from './overview/overview.page.tsx';

const basename = '/dashboard';

/** The lists are chunks of their own: a wall never opens them. */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <DashboardFrame />,
    // The page's own skeleton follows at once; a flash of another would only flicker.
    HydrateFallback: () => null,
    children: [
      { index: true, element: <OverviewPage /> },
      {
        path: 'items',
        lazy: async () => ({ Component: (await import('./lists/items.page.tsx')).ItemsPage }),
      },
      {
        path: 'measures',
        lazy: async () => ({ Component: (await import('./lists/measures.page.tsx')).MeasuresPage }),
      },
      {
        path: 'documents',
        lazy: async () => ({
          Component: (await import('./lists/documents.page.tsx')).DocumentsPage,
        }),
      },
      {
        path: 'trainings',
        lazy: async () => ({
          Component: (await import('./lists/trainings.page.tsx')).TrainingsPage,
        }),
      },
      { path: '*', element: <NotFoundState /> },
    ],
  },
];

export function createDashboardRouter() {
  return createBrowserRouter(routes, { basename });
}
