import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartupError } from '@taizhang/platform';
import { pino } from 'pino';
import { readConfiguration } from './configuration.ts';
import { startHub, type Progress } from './start-hub.ts';

const STEPS: Record<Parameters<Progress>[0], string> = {
  database: '打开数据库… / opening the database…',
  migrations: '核对数据结构… / checking the data structure…',
  demo: '载入演示台账… / loading the demonstration ledger…',
  listening: '就绪 / ready',
};

/** The workspace's folder: the nearest one above that holds the migrations. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'prisma/migrations'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('prisma/migrations is missing beside the hub');
  return findRoot(above);
}

async function main() {
  const configuration = readConfiguration(process.env, findRoot(import.meta.dirname));
  const log = pino({ level: 'warn' }, pino.destination(2));
  const hub = await startHub(configuration, log, {
    progress: (step) => console.log(`  ${STEPS[step]}`),
  });
  const where = hub.database === 'embedded' ? configuration.dataDir : 'PostgreSQL';
  console.log(`
  台账 Taizhang
  管理台   Admin console   ${hub.url}/admin/
  看板     Dashboard       ${hub.url}/dashboard/
  接口     GraphQL         ${hub.url}/graphql
  数据     Data            ${where}
  停止请按 Ctrl-C / stop with Ctrl-C
`);

  if (hub.setUpUrl)
    console.log(`  初次设置，链接仅可用一次 / set up once here:\n  ${hub.setUpUrl}\n`);

  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void hub.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) console.error(error.message);
  else console.error(error);
  process.exit(1);
});
