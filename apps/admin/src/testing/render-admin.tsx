import { createHubClient } from '@taizhang/client';
import { createLanguage, LanguageProvider, ThemeProvider, type Language } from '@taizhang/ui';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { Provider } from 'urql';
import { afterEach, vi } from 'vitest';
import { adminRoutes } from '../router.tsx';
import type { Viewer } from '../session/session.query.ts';
import { SessionContext } from '../session/use-session.ts';
import { adminText } from '../text/text-resources.ts';

export type Answer =
  { data: object } | { error: { message: string; code?: string } } | 'pending' | 'unreachable';

/** What the hub answers to each operation, by its name; a function sees the variables. */
export type Answers = Record<string, Answer | ((variables: Record<string, unknown>) => Answer)>;

export interface RenderOptions {
  path: string;
  answers: Answers;
  may?: string[];
  language?: Language;
  /** The viewer's local account; none when unsaid. */
  account?: Viewer['account'];
}

// A page is loaded lazily, and on a busy machine the first load takes longer than a second.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** The app's own routes for a signed-in viewer, over a hub that answers as told. */
export function renderAdmin({
  path,
  answers,
  may = [],
  language = 'zh',
  account = null,
}: RenderOptions) {
  const sent: { name: string; variables: Record<string, unknown> }[] = [];
  const hub = vi.fn(async (_url: RequestInfo | URL, init?: RequestInit) => {
    const request = JSON.parse(String(init?.body)) as {
      operationName: string;
      variables?: Record<string, unknown>;
    };
    const variables = request.variables ?? {};
    sent.push({ name: request.operationName, variables });
    const told = answers[request.operationName] ?? CHOICES[request.operationName];
    if (!told) throw new Error(`The test gives no answer to ${request.operationName}`);
    const answer = typeof told === 'function' ? told(variables) : told;
    if (answer === 'pending') return new Promise<Response>(() => undefined);
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    const body =
      'error' in answer
        ? { errors: [{ message: answer.error.message, extensions: { code: answer.error.code } }] }
        : { data: answer.data };
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
  });
  const client = createHubClient({ url: 'http://hub/graphql', clientName: 'test', fetch: hub });
  const router = createMemoryRouter(adminRoutes, { initialEntries: [path] });
  render(
    <LanguageProvider i18n={createLanguage(adminText, language)}>
      <ThemeProvider>
        <Provider value={client}>
          <SessionContext
            value={{ viewer: { ...viewer(may), account }, signOut: async () => undefined }}
          >
            <RouterProvider router={router} />
          </SessionContext>
        </Provider>
      </ThemeProvider>
    </LanguageProvider>,
  );
  return { user: userEvent.setup(), sent, router };
}

function viewer(may: string[]): Viewer {
  return {
    name: '党群科科长',
    isDemo: true,
    requiredStep: null,
    account: null,
    organization: { id: 'Organization_1', name: '闵行区文化和旅游局', shortName: '文旅局' },
    person: { id: 'Person_1', position: null },
    roles: [{ role: 'PARTY_AFFAIRS' }],
    allowedActions: may.map((action) => ({ action, allowed: true, reason: null })),
  };
}

/** Lists that forms and filters offer; a test that cares gives its own. */
const CHOICES: Answers = {
  AdminWorkCount: { data: { myWork: [] } },
  AdminNotifications: {
    data: {
      notifications: { __typename: 'NotificationConnection', edges: [] },
      unread: { __typename: 'NotificationConnection', totalCount: 0 },
    },
  },
  AdminRecordChoices: {
    data: {
      organizations: {
        __typename: 'OrganizationConnection',
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        nodes: [
          {
            __typename: 'Organization',
            id: 'Organization_2',
            code: 'MH-WL-DQ',
            name: '党群科',
            kind: 'UNIT',
          },
        ],
      },
      people: {
        __typename: 'PersonConnection',
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        nodes: [],
      },
    },
  },
  AdminLedgerChoices: {
    data: {
      inspectionRounds: {
        __typename: 'InspectionRoundConnection',
        edges: [
          {
            __typename: 'InspectionRoundEdge',
            node: {
              __typename: 'InspectionRound',
              id: 'InspectionRound_1',
              title: '2024年巡察',
              areas: [
                { __typename: 'FindingArea', id: 'FindingArea_1', ordinal: 1, title: '文旅融合' },
              ],
            },
          },
        ],
      },
    },
  },
  AdminItemChoices: { data: { rectificationItems: { __typename: 'C', edges: [] } } },
};
