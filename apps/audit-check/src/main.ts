import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { connectHub, HubConnectionError } from '@taizhang/client/node';
import { checkAnchors } from './check-anchors.ts';
import { checkChain } from './check-chain.ts';
import { checkRows } from './check-rows.ts';
import { describeCheck, isSound } from './describe-check.ts';
import { openClient } from './open-client.ts';
import { CommandError, HELP, readOptions, type Options } from './options.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The workspace's folder: the nearest one above that holds the migrations. */
function findRoot(from: string): string {
  return existsSync(join(from, 'prisma/migrations')) ? from : findRoot(dirname(from));
}

async function run({ json, noted, url, token }: Options, signal: AbortSignal) {
  const root = findRoot(import.meta.dirname);
  const hub = await connectHub({
    url: url || process.env['HUB_URL'] || undefined,
    token: token || process.env['HUB_ADMIN_TOKEN'] || undefined,
    dataDir: resolve(root, process.env['DATA_DIR'] || '.data'),
    hubProgram: join(root, 'apps/hub/dist/main.js'),
    signal,
    onStart: () => say('启动台账服务… / starting the hub…'),
  });
  try {
    const ask = openClient(hub, signal);
    const tell = (line: string) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${line}\x1b[K`);
    };
    const chain = await checkChain(ask, noted, (checked, all) =>
      tell(`已核验事件 events checked ${checked} / ${all}`),
    );
    const rows = await checkRows(ask, (checked) => tell(`已核验记录 records checked ${checked}`));
    if (process.stderr.isTTY) say('');
    const anchors = await checkAnchors(ask);
    const check = { ...chain, rows, anchors };
    console.log(json ? JSON.stringify(check, null, 2) : describeCheck(check));
    process.exitCode = isSound(check) ? 0 : 1;
  } finally {
    await hub.close();
  }
}

const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options, cancel.signal);
  else console.log(HELP);
} catch (error) {
  if (cancel.signal.aborted) {
    process.exitCode = 130;
    say('已取消 / cancelled');
  } else if (error instanceof CommandError || error instanceof HubConnectionError) {
    process.exitCode = 2;
    say(error.message);
  } else throw error;
}
