import { readMigrations } from '../database/migrate.ts';
import { openServer } from '../database/open-server.ts';
import { bad, good, look, type Finding } from './finding.ts';

const SECOND_MS = 1_000;
const APART_MS = 2 * SECOND_MS;

/** A database server: whether it answers, what it is, what it holds, and whether its clock agrees. */
export async function examineServer(url: string, migrations: string): Promise<Finding[]> {
  const { pool, close } = await openServer(url);
  try {
    const sent = Date.now();
    const { rows } = await pool.query<{ version: string; now: Date; filled: boolean }>(
      `SELECT current_setting('server_version') AS "version", clock_timestamp() AS "now",
        to_regclass('"Event"') IS NOT NULL AS "filled"`,
    );
    const { version, now, filled } = rows[0]!;
    const apart = Math.abs(now.getTime() - (sent + Date.now()) / 2);
    const known = (await readMigrations(migrations)).length;
    return [
      good(`PostgreSQL ${version} 可用`, `PostgreSQL ${version} answers`),
      apart > APART_MS
        ? bad(
            `数据库服务器与本机时钟相差 ${Math.round(apart / SECOND_MS)} 秒，请校时`,
            `The clocks of the server and of this machine are ${Math.round(apart / SECOND_MS)} s apart: set them`,
          )
        : good('时钟一致', 'Clocks agree'),
      filled
        ? good(
            `已有台账；程序含 ${known} 个数据迁移`,
            `A ledger is there; the program has ${known} migrations`,
          )
        : look(
            '数据库是空的，首次启动时建立',
            'The database is empty: the first start makes its tables',
          ),
    ];
  } finally {
    await close();
  }
}
