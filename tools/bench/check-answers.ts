import { isDeepStrictEqual } from 'node:util';
import { placeOf } from './queries/items-page.ts';
import { alike } from './queries/postgraphile.ts';
import type { Peer, RequestBody } from './queries/query.type.ts';
import type { Contender, Servers } from './servers/start-servers.ts';

/** Lists that the hub gives in no particular order. */
const UNORDERED = ['byStatus', 'byUnit', 'byLeader', 'documents', 'trainings'];

/** What asking both servers came to. */
export interface Checked {
  /** The mean size of an answer in bytes. */
  bytes: { hub: number; sql: number };
  /** Where the first two answers that are not alike part; null when all are. */
  difference: string | null;
}

/** Asks both servers everything that will be measured and compares the answers after parsing. */
export async function checkAnswers(servers: Servers, bodies: RequestBody[]): Promise<Checked> {
  const bytes = { hub: 0, sql: 0 };
  let difference: string | null = null;
  for (const body of bodies) {
    const [hub, sql] = await Promise.all([
      ask(servers.hub, body, servers.token),
      ask(servers.sql, body, servers.token),
    ]);
    bytes.hub += Buffer.byteLength(hub) / bodies.length;
    bytes.sql += Buffer.byteLength(sql) / bodies.length;
    const found = differenceOf(hub, sql);
    if (found) difference ??= `${JSON.stringify(body.variables)} ${found}`;
  }
  return { bytes: { hub: Math.round(bytes.hub), sql: Math.round(bytes.sql) }, difference };
}

/** The same requests as PostGraphile takes them. */
export async function askPeer(
  peer: Contender,
  { document, variables }: Peer,
  bodies: RequestBody[],
): Promise<RequestBody[]> {
  const asked: RequestBody[] = [];
  const tell = async (query: string, given: object) =>
    plainOf(await ask(peer, { query, variables: given }, ''));
  for (const body of bodies)
    asked.push({ query: document, variables: await variables(body.variables, tell) });
  return asked;
}

/** Where PostGraphile's answers and the hub's part; null when all are alike. */
export async function comparePeer(
  { hub, postgraphile, token }: Servers,
  bodies: RequestBody[],
  ofPeer: RequestBody[],
): Promise<string | null> {
  for (const [index, body] of bodies.entries()) {
    const mine = await ask(hub, body, token);
    const others = await ask(postgraphile!, ofPeer[index]!, '');
    const found = firstDifference(alike(plainOf(mine)), alike(plainOf(others)), 'data');
    if (found)
      return `${JSON.stringify(ofPeer[index]!.variables)} ${found} ${others.slice(0, 200)}`;
  }
  return null;
}

const plainOf = (text: string): unknown => (JSON.parse(text) as { data: unknown }).data;

/** Asks one server. @returns its answer as a text. */
export async function ask({ url }: Contender, body: RequestBody, token: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return response.text();
}

function differenceOf(hub: string, sql: string): string | null {
  for (const [name, text] of Object.entries({ hub, sql }))
    if ('errors' in (JSON.parse(text) as object)) return `${name}: ${text.slice(0, 300)}`;
  return firstDifference(dataOf(hub), dataOf(sql), 'data');
}

const dataOf = (text: string): unknown => (JSON.parse(text, inOrder) as { data: unknown }).data;

function inOrder(key: string, value: unknown): unknown {
  // Of a cursor the place has to be the same; what else the hub writes into it is its own.
  if (key === 'endCursor' && typeof value === 'string') return placeOf(value);
  if (!UNORDERED.includes(key) || !Array.isArray(value)) return value;
  return value
    .map((element: unknown) => ({ element, text: sortedText(element) }))
    .sort((a, b) => (a.text < b.text ? -1 : 1))
    .map(({ element }) => element);
}

const sortedText = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The path of the first place where two values differ, with both; null when they are equal. */
function firstDifference(a: unknown, b: unknown, path: string): string | null {
  if (isDeepStrictEqual(a, b)) return null;
  if (typeof a === 'object' && typeof b === 'object' && a && b)
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [inA, inB] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]];
      const difference = firstDifference(inA, inB, `${path}.${key}`);
      if (difference) return difference;
    }
  return `${path}: hub ${JSON.stringify(a)?.slice(0, 200)} ≠ sql ${JSON.stringify(b)?.slice(0, 200)}`;
}
