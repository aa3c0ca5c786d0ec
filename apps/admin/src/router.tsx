import { LoadingState } from '@taizhang/ui';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { AdminFrame } from './frame/admin-frame.tsx';
import { NotFoundPage } from './frame/not-found.page.tsx';
import { PageFailure } from './frame/page-failure.tsx';
import { StartPage } from './frame/start-page.tsx';

/** Each page is its own chunk: the first visit loads the frame and one page. */
export const adminRoutes: RouteObject[] = [
  {
    element: <AdminFrame />,
    HydrateFallback: () => <LoadingState rows={10} />,
    children: [
      {
        errorElement: <PageFailure />,
        children: [
          { index: true, element: <StartPage /> },
          {
            path: 'work',
            lazy: async () => ({ Component: (await import('./work/work.page.tsx')).WorkPage }),
          },
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
            path: 'trainings/plan',
            lazy: async () => ({
              Component: (await import('./trainings/plan-training.page.tsx')).PlanTrainingPage,
            }),
          },
          {
            path: 'trainings/:id',
            lazy: async () => ({
              Component: (await import('./trainings/training.page.tsx')).TrainingPage,
            }),
          },
          {
            path: 'registers',
            lazy: async () => ({
              Component: (await import('./registers/registers.page.tsx')).RegistersPage,
            }),
          },
          {
            path: 'registers/new',
            lazy: async () => ({
              Component: (await import('./registers/editor.page.tsx')).DefineRegisterPage,
            }),
          },
          {
            path: 'registers/:id',
            lazy: async () => ({
              Component: (await import('./registers/register.page.tsx')).RegisterPage,
            }),
          },
          {
            path: 'registers/:id/revise',
            lazy: async () => ({
              Component: (await import('./registers/editor.page.tsx')).ReviseRegisterPage,
            }),
          },
          {
            path: 'register-entries/:id',
            lazy: async () => ({
              Component: (await import('./registers/entry.page.tsx')).EntryPage,
            }),
          },
          {
            path: 'mechanisms',
            lazy: async () => ({
              Component: (await import('./mechanisms/mechanisms.page.tsx')).MechanismsPage,
            }),
          },
          {
            path: 'mechanisms/calendar',
            lazy: async () => ({
              Component: (await import('./mechanisms/calendar.page.tsx')).MechanismCalendarPage,
            }),
          },
          {
            path: 'mechanisms/new',
            lazy: async () => ({
              Component: (await import('./mechanisms/add-mechanism.page.tsx')).AddMechanismPage,
            }),
          },
          {
            path: 'mechanisms/:id',
            lazy: async () => ({
              Component: (await import('./mechanisms/mechanism.page.tsx')).MechanismPage,
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
            path: 'biweekly',
            lazy: async () => ({
              Component: (await import('./biweekly/biweekly-reports.page.tsx')).BiweeklyReportsPage,
            }),
          },
          {
            path: 'biweekly/compare',
            lazy: async () => ({
              Component: (await import('./biweekly/compare-reports.page.tsx')).CompareReportsPage,
            }),
          },
          {
            path: 'biweekly/:id',
            lazy: async () => ({
              Component: (await import('./biweekly/biweekly-report.page.tsx')).BiweeklyReportPage,
            }),
          },
          {
            path: 'import',
            lazy: async () => ({
              Component: (await import('./importing/import.page.tsx')).ImportPage,
            }),
          },
          {
            path: 'audit',
            lazy: async () => ({ Component: (await import('./audit/audit.page.tsx')).AuditPage }),
          },
          {
            path: 'search',
            lazy: async () => ({
              Component: (await import('./search/search.page.tsx')).SearchPage,
            }),
          },
          {
            path: 'account',
            lazy: async () => ({
              Component: (await import('./account/account.page.tsx')).AccountPage,
            }),
          },
          {
            path: 'people',
            lazy: async () => ({
              Component: (await import('./people/people.page.tsx')).PeoplePage,
            }),
          },
          {
            path: 'organizations',
            lazy: async () => ({
              Component: (await import('./people/organizations.page.tsx')).OrganizationsPage,
            }),
          },
          {
            path: 'people/:id',
            lazy: async () => ({
              Component: (await import('./people/person.page.tsx')).PersonPage,
            }),
          },
          {
            path: 'api-clients',
            lazy: async () => ({
              Component: (await import('./api-clients/api-clients.page.tsx')).ApiClientsPage,
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
