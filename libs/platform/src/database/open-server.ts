import { StartupError } from '../errors/startup-error.ts';
import type { FairPool } from './fair-pool.ts';
import { ServerPool } from './server-pool.ts';

/** An open database, embedded or not: everything above it sees a `pg.Pool`. */
export interface DatabasePool {
  kind: 'embedded' | 'server';
  pool: FairPool;
  close: () => Promise<void>;
  /** Copies the database's folder as it is at one moment; embedded ones only. Others wait as long as the copy takes. */
  copyTo?: (folder: string) => Promise<void>;
}

/**
 * Opens a PostgreSQL server by URL and makes sure that it answers.
 *
 * @param options.statementMs how long a statement of work without a deadline may take; 0: any time.
 * @throws StartupError DATABASE_UNREACHABLE
 */
export async function openServer(
  url: string,
  { max = 10, statementMs }: { max?: number; statementMs?: number } = {},
): Promise<DatabasePool> {
  const config = {
    connectionString: url,
    max,
    connectionTimeoutMillis: 10_000,
    // Moments came back hours off wherever the server's own zone was not UTC.
    // Statements of many parts cost more to compile to machine code than they take.
    options: '-c TimeZone=UTC -c jit=off',
  };
  const pool = new ServerPool(config, statementMs);
  // A connection that breaks while idle is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined);
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw unreachable(url, error);
  }
  return { kind: 'server', pool, close: () => pool.end() };
}

function unreachable(url: string, cause: unknown) {
  const where = URL.canParse(url) ? new URL(url).host + new URL(url).pathname : 'DATABASE_URL';
  const why = (cause as Error).message || (cause as NodeJS.ErrnoException).code;
  return new StartupError(
    'DATABASE_UNREACHABLE',
    `无法连接数据库 ${where}（${why}），请检查 DATABASE_URL 和数据库服务。`,
    `The database at ${where} cannot be reached (${why}): check DATABASE_URL and that the server runs.`,
  );
}
