import { LoadingState } from '@taizhang/ui';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { AdminFrame } from './frame/admin-frame.tsx';
import { NotFoundPage } from './frame/not-found.page.tsx';
import { PageFailure } from './frame/page-failure.tsx';

/** Each page is its own chunk: the first visit loads the frame and one page. */
export const adminRoutes: RouteObject[] = [
  {
    element: <AdminFrame />,
    HydrateFallback: () => <LoadingState rows={10} />,
    children: [
      {
        errorElement: <PageFailure />,
        children: [
          { index: true, element: <Navigate to="/items" replace /> },
          {
            path: 'items',
            lazy: async () => ({ Component: (await import('./items/items.page.tsx')).ItemsPage }),
          },
          {
            path: 'items/new',
            lazy: async () => ({
              Component: (await import('./items/register-item.page.tsx')).RegisterItemPage,
            }),
          },
          {
            path: 'items/:id',
            lazy: async () => ({ Component: (await import('./items/item.page.tsx')).ItemPage }),
          },
          {
            path: 'items/:id/edit',
            lazy: async () => ({
              Component: (await import('./items/edit-item.page.tsx')).EditItemPage,
            }),
          },
          {
            path: 'documents',
            lazy: async () => ({
              Component: (await import('./documents/documents.page.tsx')).DocumentsPage,
            }),
          },
          {
            path: 'documents/new',
            lazy: async () => ({
              Component: (await import('./documents/add-document.page.tsx')).AddDocumentPage,
            }),
          },
          {
            path: 'documents/:id',
            lazy: async () => ({
              Component: (await import('./documents/document.page.tsx')).DocumentPage,
            }),
          },
          {
            path: 'trainings',
            lazy: async () => ({
              Component: (await import('./trainings/trainings.page.tsx')).TrainingsPage,
            }),
          },
          {
            path: 'trainings/new',
            lazy: async () => ({
              Component: (await import('./trainings/record-training.page.tsx')).RecordTrainingPage,
            }),
          },
          {
            path: 'trainings/:id',
            lazy: async () => ({
              Component: (await import('./trainings/training.page.tsx')).TrainingPage,
            }),
          },
          {
            path: 'rounds',
            lazy: async () => ({
              Component: (await import('./rounds/rounds.page.tsx')).RoundsPage,
            }),
          },
          {
            path: 'rounds/:id',
            lazy: async () => ({ Component: (await import('./rounds/round.page.tsx')).RoundPage }),
          },
          {
            path: 'import',
            lazy: async () => ({
              Component: (await import('./importing/import.page.tsx')).ImportPage,
            }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
];

export function createAdminRouter() {
  return createBrowserRouter(adminRoutes, { basename: '/admin' });
}
