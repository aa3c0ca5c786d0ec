import { cpus, totalmem } from 'node:os';
import type pg from 'pg';
import type { Edits } from './measure-edits.ts';
import type { Turn } from './measure-load.ts';

/** What was measured of one query. */
export interface Result {
  name: string;
  title: string;
  /** Sets of variables. */
  variants: number;
  /** Where the two servers' answers part; null when they are alike. */
  difference: string | null;
  bytes: { hub: number; sql: number };
  hub: Turn;
  sql: Turn;
  /** Where it can be asked for the same rows. */
  postgraphile?: Turn;
  turns: object;
}

/** What the numbers depend on. */
export async function readMachine(pool: pg.Pool, hub: string) {
  const { rows } = await pool.query<{ version: string; buffers: string }>(
    `SELECT split_part(version(), ' ', 2) AS version, current_setting('shared_buffers') AS buffers`,
  );
  return {
    processor: cpus()[0]?.model.trim() ?? '?',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    postgres: rows[0]!.version,
    sharedBuffers: rows[0]!.buffers,
    hub,
  };
}

const HEADINGS = [
  'query',
  'req/s hub',
  'SQL',
  'ratio',
  'p50 ms hub',
  'SQL',
  'p99 ms hub',
  'SQL',
  'CPU ms hub+PG',
  'SQL+PG',
  'bytes hub',
  'SQL',
  'failed',
  'alike',
];

/** The results as a table, for a terminal as well as for a Markdown file. */
export function drawTable(results: Result[]): string {
  const rows = results.map(({ title, hub, sql, bytes, difference }) => [
    title,
    number(hub.requestsPerSecond),
    number(sql.requestsPerSecond),
    (hub.requestsPerSecond / sql.requestsPerSecond).toFixed(2),
    number(hub.medianMs),
    number(sql.medianMs),
    number(hub.p99Ms),
    number(sql.p99Ms),
    cpu(hub),
    cpu(sql),
    String(bytes.hub),
    String(bytes.sql),
    hub.failed || sql.failed ? `${hub.failed}, ${sql.failed}` : '',
    difference ? 'no' : 'yes',
  ]);
  return draw(HEADINGS, rows);
}

/** How the hub stands beside what answers the same: above 1 the hub takes less of the processor, or answers more. */
export function drawPeers(results: Result[]): string {
  const total = ({ cpuMs, postgresMs }: Turn) => (cpuMs ?? NaN) + (postgresMs ?? NaN);
  const times = (hub: number, other: number) => (other / hub).toFixed(2);
  const rows = results.map(({ title, hub, sql, postgraphile: peer }) => [
    title,
    cpu(hub),
    cpu(sql),
    peer ? cpu(peer) : '',
    times(total(hub), total(sql)),
    peer ? times(total(hub), total(peer)) : '',
    times(sql.requestsPerSecond, hub.requestsPerSecond),
    peer ? times(peer.requestsPerSecond, hub.requestsPerSecond) : '',
  ]);
  return draw(
    [
      'query',
      'CPU ms hub+PG',
      'SQL+PG',
      'PostGraphile+PG',
      'CPU × SQL',
      'CPU × PostGraphile',
      'req/s × SQL',
      'req/s × PostGraphile',
    ],
    rows,
  );
}

/** The changes as a table. */
export function drawEdits(edits: Edits[]): string {
  const rows = edits.map(({ connections, editsPerSecond, medianMs, p99Ms, cpuMs, postgresMs }) => [
    String(connections),
    number(editsPerSecond),
    number(medianMs),
    number(p99Ms),
    cpu({ cpuMs, postgresMs }),
  ]);
  return draw(['connections', 'changes/s', 'p50 ms', 'p99 ms', 'CPU ms hub+PG'], rows);
}

function draw(headings: string[], rows: string[][]): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]!.length)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [line(headings), rule, ...rows.map(line)].join('\n');
}

const number = (value: number) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

const cpu = ({ cpuMs, postgresMs }: Pick<Turn, 'cpuMs' | 'postgresMs'>) =>
  [cpuMs, postgresMs].map((value) => (value === null ? '–' : number(value))).join('+');
