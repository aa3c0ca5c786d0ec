import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { connectHub, HubConnectionError } from '@taizhang/client/node';
import { NoticeUnreadable, readNoticeFile } from '@taizhang/integration/reading';
import { checkNotice, parseNotice } from '@taizhang/integration/rules';
import { importNotice } from './ask-hub.ts';
import { CommandError, HELP, readOptions, type Options } from './options.ts';
import { describeChanges, describeChecks, describeOutcome } from './show-changes.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The workspace's folder: the nearest one above that holds the migrations. */
function findRoot(from: string): string {
  return existsSync(join(from, 'prisma/migrations')) ? from : findRoot(dirname(from));
}

async function run(options: Options, signal: AbortSignal) {
  // npm runs scripts in the workspace's folder; a relative path means the folder that npm was called in.
  const path = resolve(process.env['INIT_CWD'] ?? '.', options.file);
  const { text } = await readNoticeFile(path);
  if (options.dryRun && options.json) {
    const notice = parseNotice(text);
    const read = { ...notice, checks: checkNotice(notice) };
    process.stdout.write(`${JSON.stringify(read, null, 2)}\n`);
    return;
  }
  const root = findRoot(import.meta.dirname);
  const hub = await connectHub({
    url: options.url || process.env['HUB_URL'] || undefined,
    token: options.token || process.env['HUB_ADMIN_TOKEN'] || undefined,
    dataDir: resolve(root, process.env['DATA_DIR'] || '.data'),
    hubProgram: join(root, 'apps/hub/dist/main.js'),
    signal,
    onStart: () => say('启动台账服务… / starting the hub…'),
  });
  try {
    const preview = await importNotice(hub, options, text, true, signal);
    if (!options.json) console.log(describeChanges(preview));
    if (options.dryRun) console.log(describeChecks(checkNotice(parseNotice(text))));
    if (options.dryRun || !(await agrees(options, preview.changes))) {
      say('未写入 / nothing was written');
      return;
    }
    const done = await importNotice(hub, options, text, false, signal);
    if (options.json) process.stdout.write(`${JSON.stringify(done, null, 2)}\n`);
    else console.log(describeOutcome(done));
    if (done.act?.status === 'FAILED') process.exitCode = 1;
  } finally {
    await hub.close();
  }
}

/** Asks before words that somebody may have written are replaced; a script is not asked. */
async function agrees({ yes }: Options, changes: { kind: string }[]): Promise<boolean> {
  const changed = changes.filter(({ kind }) => kind === 'CHANGED').length;
  if (yes || !changed || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(
    `将改动 ${changed} 处，继续？/ ${changed} entries will change, go on? [y/N] `,
  );
  terminal.close();
  return /^[yY是]/.test(answer.trim());
}

const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());

try {
  const options = readOptions(process.argv.slice(2));
  if (options) await run(options, cancel.signal);
  else console.log(HELP);
} catch (error) {
  process.exitCode = 1;
  if (cancel.signal.aborted) {
    process.exitCode = 130;
    say('已取消 / cancelled');
  } else if (error instanceof CommandError) {
    process.exitCode = error.exitCode;
    say(error.message);
  } else if (error instanceof NoticeUnreadable || error instanceof HubConnectionError) {
    say(error.message);
  } else throw error;
}
