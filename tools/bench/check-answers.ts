import { isDeepStrictEqual } from 'node:util';
import { BenchError } from './bench-error.ts';
import type { RequestBody } from './queries/query.type.ts';
import type { Contender, Servers } from './servers/start-servers.ts';

/** Lists that the hub gives in no particular order. */
const UNORDERED = ['byStatus', 'byUnit', 'byLeader', 'documents', 'trainings'];

/**
 * Asks both servers everything that will be measured and compares the answers after parsing.
 *
 * @returns the mean size of an answer in bytes, hub and SQL.
 * @throws BenchError naming the first difference.
 */
export async function checkAnswers(
  servers: Servers,
  bodies: RequestBody[],
): Promise<{ hub: number; sql: number }> {
  const bytes = { hub: 0, sql: 0 };
  for (const body of bodies) {
    const [hub, sql] = await Promise.all([
      ask(servers.hub, body, servers.token),
      ask(servers.sql, body, servers.token),
    ]);
    bytes.hub += hub.bytes / bodies.length;
    bytes.sql += sql.bytes / bodies.length;
    const where = `${body.operationName} ${JSON.stringify(body.variables)}`;
    for (const { name, text } of [hub, sql])
      if ('errors' in (JSON.parse(text) as object))
        throw new BenchError(
          `${name} 答复出错：${where} ${text.slice(0, 500)}`,
          `${name} answered with an error: ${where}`,
        );
    const difference = firstDifference(dataOf(hub.text), dataOf(sql.text), 'data');
    if (difference)
      throw new BenchError(
        `两个答复不同：${where} ${difference}`,
        `the answers differ: ${where} ${difference}`,
      );
  }
  return { hub: Math.round(bytes.hub), sql: Math.round(bytes.sql) };
}

async function ask({ name, url }: Contender, body: RequestBody, token: string) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { name, text, bytes: Buffer.byteLength(text) };
}

const dataOf = (text: string): unknown => (JSON.parse(text, inOrder) as { data: unknown }).data;

function inOrder(key: string, value: unknown): unknown {
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
