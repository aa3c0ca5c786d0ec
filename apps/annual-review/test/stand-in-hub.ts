import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buildSchema, graphql } from 'graphql';
import type { AnnualReview, ReviewItem, ReviewRound } from '../src/review/annual-review.type.ts';
import { fixtureItem } from './fixture-review.ts';

/** The hub's committed contract: a query that it does not allow fails here as it would there. */
export const SCHEMA_FILE = join(import.meta.dirname, '../../../schema.graphql');
export const TOKEN = 'stand-in-token';

export interface StandInHub {
  readonly url: string;
  /** The `first` of every page that was asked for. */
  readonly pages: number[];
  /** The exports that were announced. */
  readonly exports: object[];
  /** Answers nothing any more, but keeps the connection: a hub that hangs. */
  hang(): void;
  close(): Promise<void>;
}

/** A small hub that serves a review's own data back through the hub's schema. */
export async function startStandInHub(review: AnnualReview): Promise<StandInHub> {
  const schema = buildSchema(readFileSync(SCHEMA_FILE, 'utf8'));
  const pages: number[] = [];
  const exports: object[] = [];
  const rootValue = {
    ...resolvers(review, pages),
    recordExport: ({ input }: { input: object }) => {
      exports.push(input);
      return { __typename: 'RecordedExport', id: 'Export_1' };
    },
  };
  let hangs = false;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (hangs) return;
      if (request.headers.authorization !== `Bearer ${TOKEN}`) {
        response.writeHead(401, { 'content-type': 'application/json' });
        response.end(
          JSON.stringify({
            errors: [{ message: '未登录', extensions: { code: 'UNAUTHENTICATED' } }],
          }),
        );
        return;
      }
      const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
        query: string;
        variables: Record<string, unknown>;
      };
      void graphql({ schema, source: query, rootValue, variableValues: variables }).then(
        (result) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify(result));
        },
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    pages,
    exports,
    hang: () => {
      hangs = true;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

interface PageArguments {
  first: number;
  after: string | null;
  filter?: {
    roundId?: string[];
    organizationId?: string[];
    responsibleUnitId?: string[];
    status?: string[];
  };
}

function resolvers(review: AnnualReview, pages: number[]) {
  const organizations = [
    { id: 'o-district', code: 'QU', name: '示例区', kind: 'DISTRICT', parent: null },
    {
      id: 'o-bureau',
      code: 'SHILI',
      name: '示例区文化和旅游局',
      kind: 'BUREAU',
      parent: { id: 'o-district' },
    },
    { id: 'o-unit', code: 'SHILI-DQ', name: '党群科', kind: 'UNIT', parent: { id: 'o-bureau' } },
    { id: 'o-other', code: 'QITA', name: '另一局', kind: 'BUREAU', parent: { id: 'o-district' } },
  ];
  const page = <Node>(rows: readonly Node[], { first, after }: PageArguments) => {
    pages.push(first);
    const from = after === null ? 0 : Number(after);
    const shown = rows.slice(from, from + first);
    const end = from + shown.length;
    return {
      totalCount: rows.length,
      pageInfo: { hasNextPage: end < rows.length, endCursor: String(end) },
      nodes: shown,
    };
  };
  const later = {
    ...review.rounds[0],
    id: 'later',
    code: 'later',
    feedbackOn: `${review.year + 1}-01-05`,
  };
  return {
    organizations: (given: PageArguments) => page(organizations, given),
    inspectionRounds: (given: PageArguments) =>
      page(
        [...review.rounds, later].map((round) => roundNode(round as ReviewRound)),
        given,
      ),
    rectificationItems: (given: PageArguments) =>
      page(itemNodes(review, given.filter?.roundId, given.filter?.responsibleUnitId), given),
    institutionalDocuments: (given: PageArguments) =>
      page(isBureau(given) ? documentNodes(review) : [], given),
    trainings: (given: PageArguments) =>
      page(
        isBureau(given)
          ? trainingNodes(review).filter(
              ({ status }) => given.filter?.status?.includes(status) ?? true,
            )
          : [],
        given,
      ),
  };
}

/** Documents and trainings belong to the bureau, not to its units. */
const isBureau = ({ filter }: PageArguments) =>
  filter?.organizationId?.includes('o-bureau') ?? true;

const roundNode = (round: ReviewRound) => ({
  ...round,
  inspectedOrganization: { id: 'o-bureau', ...round.inspectedOrganization },
  areas: round.areas.map(({ ordinal, title }) => ({
    id: `${round.id}-${ordinal}`,
    ordinal,
    title,
  })),
  leadingGroup: round.leadingGroup.map(({ post, name, position }) => ({
    post,
    person: { displayName: name, position },
  })),
  plans: round.plans.map(({ title, isApproved, approvedOn }) => ({
    title,
    status: isApproved ? 'APPROVED' : 'DRAFT',
    approvedOn,
  })),
  notice: { contacts: [...round.contacts, { kind: 'PIGEON', value: 1 }, 'x'] },
});

function itemNodes(
  review: AnnualReview,
  roundIds: readonly string[] = [],
  responsibleUnitIds: readonly string[] | undefined,
) {
  const round = review.rounds.find(({ id }) => roundIds.includes(id));
  if (!round) return [];
  const closedBefore = fixtureItem({
    code: 'before',
    title: '上一年已销号的问题',
    status: 'CLOSED',
    closedOn: `${review.year - 1}-12-31`,
  });
  return round.areas
    .flatMap((area) => area.items.map((item) => [area.ordinal, item] as const))
    .concat([[1, closedBefore]])
    .filter(([, item]) => responsibleUnitIds === undefined || item.responsibleUnit === '党群科')
    .map(([ordinal, item]) => itemNode(`${round.id}-${ordinal}`, item));
}

const itemNode = (areaId: string, { acceptedEvidenceCount, fields, ...item }: ReviewItem) => ({
  ...item,
  describedValues: Object.entries(fields).map(([key, value]) => ({
    key,
    value: value === null ? null : String(value),
  })),
  area: { id: areaId },
  responsibleUnit: item.responsibleUnit === null ? null : { name: item.responsibleUnit },
  leadLeader: item.leadLeader === null ? null : { displayName: item.leadLeader },
  evidence: ({ filter }: { filter?: { status?: string[] } }) => ({
    totalCount: filter?.status?.includes('ACCEPTED') ? acceptedEvidenceCount : NaN,
  }),
});

const documentNodes = (review: AnnualReview) =>
  review.documents.map((row, index) => ({
    id: `d${index}`,
    title: row.title,
    provenance: row.provenance,
    responsibleUnit: row.responsibleUnit === null ? null : { name: row.responsibleUnit },
    currentVersion: row.documentNumber && {
      documentNumber: row.documentNumber,
      issuedOn: row.issuedOn,
    },
    actions: [
      ...row.itemCodes.map((code) => ({
        action: row.action,
        actedOn: row.actedOn,
        item: { id: code, code },
      })),
      // The same document in the year before.
      { action: 'REPEAL', actedOn: `${review.year - 1}-03-03`, item: null },
    ],
  }));

const trainingNodes = (review: AnnualReview) =>
  [
    ...review.trainings.map((row) => ({ ...row, status: 'RECORDED' })),
    ...review.trainings.slice(0, 1).map((row) => ({ ...row, status: 'CANCELLED' })),
  ].map(({ itemCode, responsibleUnit, ...row }) => ({
    ...row,
    responsibleUnit: responsibleUnit === null ? null : { name: responsibleUnit },
    item: itemCode === null ? null : { id: itemCode, code: itemCode },
  }));
