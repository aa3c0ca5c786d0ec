import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, graphql, GraphQLError, type GraphQLSchema } from 'graphql';
import { documents, items, names, trainings, type ItemFacts } from './ledger-rows.ts';
import { metricsOf } from './stand-in-metrics.ts';
import * as objects from './stand-in-objects.ts';

export interface StandInHub {
  /** For `createSessionClient`, in place of the network. */
  fetch: typeof fetch;
  /** Names of the operations asked, in order. */
  asked: string[];
  signedIn: boolean;
  /** Refuses each reading operation of this name with this code, or with no network at all. */
  refuse: { operation: string; code: 'FORBIDDEN' | 'INTERNAL' | 'NETWORK' } | null;
  items: ItemFacts[];
}

let schema: GraphQLSchema | undefined;

/** Answers the dashboard's queries, checked against the printed schema, out of `ledger-rows.ts`. */
export function createStandInHub(): StandInHub {
  const path = join(import.meta.dirname, '../../../../schema.graphql');
  schema ??= buildSchema(readFileSync(path, 'utf8'));
  const hub: StandInHub = { fetch: answer, asked: [], signedIn: true, refuse: null, items };
  return hub;

  async function answer(_url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const { query, variables, operationName } = JSON.parse(String(init?.body));
    hub.asked.push(operationName);
    const refused = hub.refuse?.operation === operationName ? hub.refuse?.code : undefined;
    if (refused === 'NETWORK') throw new TypeError('Failed to fetch');
    const result = refused
      ? { errors: [{ message: '没有权限 / Not allowed', extensions: { code: refused } }] }
      : await graphql({
          schema: schema!,
          source: query,
          variableValues: variables,
          rootValue: rootOf(hub),
        });
    return Response.json(result);
  }
}

/** One mechanism over two years: what the panel of punctuality shows. */
const kept = (onTime: number, late: number, missed: number, rate: number) => ({
  onTime,
  late,
  missed,
  waived: 1,
  open: 0,
  rate,
});
const mechanismPunctuality = {
  ...kept(20, 2, 2, 22 / 24),
  byYear: [
    { year: 2026, ...kept(10, 1, 1, 11 / 12) },
    { year: 2025, ...kept(10, 1, 1, 11 / 12) },
  ],
  byUnit: [{ unit: null, ...kept(20, 2, 2, 22 / 24) }],
  byMechanism: [
    {
      mechanism: { __typename: 'StandingMechanism', id: 'm1', title: '许可信息推送' },
      ...kept(20, 2, 2, 22 / 24),
    },
  ],
};

function rootOf(hub: StandInHub) {
  return {
    me: () => (hub.signedIn ? viewer : null),
    signInOptions: { demoPeople },
    signInAsDemoPerson: ({ input }: { input: { personId: string } }) => {
      if (input.personId !== 'viewer')
        return { __typename: 'SignInError', code: 'X', message: '不行 / No' };
      hub.signedIn = true;
      return viewer;
    },
    inspectionRounds: () => page([objects.round], {}),
    node: ({ id }: { id: string }) => nodeOf(id),
    mechanismPunctuality,
    rectificationMetrics: ({ filter }: Arguments) =>
      metricsOf(filter as Parameters<typeof metricsOf>[0], hub.items),
    rectificationItems: (args: Arguments) =>
      page(hub.items.filter(itemMatches(args.filter)).map(objects.itemObject), args),
    correctiveMeasures: (args: Arguments) =>
      page(
        hub.items
          .filter(itemMatches(args.filter?.['item'] as unknown as Filter))
          .flatMap(objects.measureObjects)
          .filter(({ status }) => among(args.filter?.['status'], status)),
        args,
      ),
    institutionalDocuments: (args: Arguments) =>
      page(documents.filter(documentMatches(args.filter)).map(objects.documentObject), args),
    trainings: (args: Arguments) =>
      page(trainings.filter(trainingMatches(args.filter)).map(objects.trainingObject), args),
  };
}

const viewer = { __typename: 'Viewer', name: '区级看板浏览者', isDemo: true };
const demoPeople = [
  {
    id: 'secretary',
    displayName: '局党组书记',
    role: 'PARTY_SECRETARY',
    organizationName: '区文旅局',
  },
  {
    id: 'viewer',
    displayName: '区级看板浏览者',
    role: 'DASHBOARD_VIEWER',
    organizationName: '闵行区',
  },
];

interface Arguments {
  first?: number;
  after?: string | null;
  filter?: Filter | null;
}

type Filter = Record<string, string | number | boolean | string[] | null | undefined>;

function page<Row extends { id: string }>(rows: Row[], { first = 20, after }: Arguments) {
  const start = after ? rows.findIndex(({ id }) => id === after) + 1 : 0;
  const shown = rows.slice(start, start + first);
  if (first < 0 || first > 100) throw new GraphQLError('first');
  return {
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: start + first < rows.length,
      hasPreviousPage: start > 0,
      endCursor: shown.at(-1)?.id ?? null,
    },
    edges: shown.map((node) => ({ cursor: node.id, node })),
  };
}

const given = (value: unknown) => value !== undefined && value !== null;
const among = (list: Filter[string], value: string | null) =>
  !Array.isArray(list) || (value !== null && list.includes(value));

const itemMatches = (filter: Filter | null | undefined) => (item: ItemFacts) =>
  among(filter?.['status'], item.status) &&
  (!given(filter?.['year']) || Number(filter?.['year']) >= 2025) &&
  among(filter?.['areaId'], `a${item.area}`) &&
  among(filter?.['responsibleUnitId'], item.unit) &&
  among(filter?.['leadLeaderId'], item.leader) &&
  (filter?.['hasResponsibleUnit'] !== false || item.unit === null) &&
  (filter?.['hasLeadLeader'] !== false || item.leader === null) &&
  (filter?.['hasAcceptedEvidence'] !== true || item.evidence === true) &&
  (filter?.['overdue'] !== true || item.overdue === true);

const dated = (
  on: string | null,
  from: Filter[string],
  to: Filter[string],
  undated: Filter[string],
) =>
  (!given(from) || (on !== null && on >= String(from))) &&
  (!given(to) || (on !== null && on <= String(to))) &&
  (undated !== true || on === null);

const documentMatches = (filter: Filter | null | undefined) => (row: (typeof documents)[number]) =>
  row.actions.some(
    ({ action, on }) =>
      among(filter?.['action'], action) &&
      dated(on, filter?.['actedFrom'], filter?.['actedTo'], filter?.['undated']),
  );

const trainingMatches = (filter: Filter | null | undefined) => (row: (typeof trainings)[number]) =>
  among(filter?.['kind'], row.kind) &&
  among(filter?.['status'], row.status) &&
  dated(row.on, filter?.['heldFrom'], filter?.['heldTo'], filter?.['undated']);

function nodeOf(id: string) {
  if (id === 'a1' || id === 'a2') return objects.areaObject(id === 'a1' ? 1 : 2);
  if (!(id in names)) return null;
  return id.startsWith('u') ? objects.organizationObject(id) : objects.personObject(id);
}
