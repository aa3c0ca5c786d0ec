import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isTaskName, readTask, runTask, type TaskName } from '@taizhang/backup';
import { createLog, examine, StartupError } from '@taizhang/platform';
import { pino } from 'pino';
import { readConfiguration } from './configuration.ts';
import { examinations } from './doctor.ts';
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

/** What threads run: built beside this program, or its source. */
function workProgram() {
  const { dirname: folder, filename } = import.meta;
  const isSource = filename.endsWith('.ts');
  const program = pathToFileURL(join(folder, isSource ? 'work.ts' : 'work.js'));
  return isSource ? { program, execArgv: ['--import', 'tsx'] } : { program };
}

async function serve() {
  const configuration = readConfiguration(process.env, findRoot(import.meta.dirname));
  const log = createLog(pino.destination(2));
  const hub = await startHub(configuration, log, {
    program: process.argv[1] ?? null,
    work: workProgram(),
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
    console.log(
      `  初次设置，链接一小时内有效，仅显示这一次 / set up here within an hour; shown this once:\n  ${hub.setUpUrl}\n`,
    );

  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void hub.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** Backs up, restores or moves the ledger instead of serving it. */
async function maintain(name: TaskName, args: string[]) {
  const cancel = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort());
  const isWatched = process.stderr.isTTY;
  const configuration = readConfiguration(process.env, findRoot(import.meta.dirname));
  try {
    const place = {
      ...configuration,
      migrations: join(configuration.root, 'prisma/migrations'),
      passphrase: configuration.backups.passphrase,
    };
    await runTask(readTask(name, args), place, {
      signal: cancel.signal,
      say: (line) => console.log(isWatched ? `\r\x1b[K${line}` : line),
      onProgress: (done, total) => {
        if (isWatched) process.stderr.write(`\r${done} / ${total}\x1b[K`);
      },
    });
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    console.error('已取消，未留下任何改动 / cancelled, nothing was changed');
    process.exitCode = 130;
  }
}

/** Says what is wrong with a hub, and what to do. */
async function findFaults() {
  const configuration = readConfiguration(process.env, findRoot(import.meta.dirname));
  const isWell = await examine(examinations(configuration), (line) => console.log(line));
  process.exitCode = isWell ? 0 : 1;
}

const [name, ...args] = process.argv.slice(2);
await (isTaskName(name) ? maintain(name, args) : name === 'doctor' ? findFaults() : serve()).catch(
  (error: unknown) => {
    if (error instanceof StartupError) console.error(error.message);
    else console.error(error);
    process.exit(1);
  },
);
