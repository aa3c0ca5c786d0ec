import { parseArgs } from 'node:util';
import { StartupError } from '@taizhang/platform';

/** What the command line asks of a ledger beside serving it. */
export type Task =
  | { name: 'help'; of: TaskName }
  | { name: 'backup'; file: string; withFiles: boolean; withSecrets: boolean }
  | { name: 'check'; file: string }
  | { name: 'restore'; file: string }
  | { name: 'announce' }
  | { name: 'move'; url: string };

export type TaskName = 'backup' | 'restore' | 'move';

export const HELP: Record<TaskName, string> = {
  backup: `用法 / usage: npm run backup -- FILE [选项 options]

把台账备份为一个文件；服务可以照常运行。Backs the ledger up into one file; the hub may go on.

  --without-files   不含上传的文件 / leaves uploaded files out
  --with-secrets    含数据目录的密钥，须同时设置口令 / takes the secrets of the data folder along; needs a passphrase
  --check           只核对已有的备份 FILE，不写入 / only checks the backup FILE that is there
  --help            显示本说明 / show this

环境变量 environment: DATA_DIR, DATABASE_URL, S3_… 同服务 / as for the hub;
BACKUP_PASSPHRASE 设置后即加密（age 格式） / encrypts with it, in the format of age
`,
  restore: `用法 / usage: npm run restore -- FILE

把备份还原到空的位置：DATA_DIR（新目录）或 DATABASE_URL（空数据库）。还原后事件日志另起一代。
Puts a backup into an empty place, DATA_DIR (a new folder) or DATABASE_URL (an empty database). The log then begins a new generation.

  --announce        不还原，只声明数据库已用其他方式还原（如 PostgreSQL 自带的备份），下次启动即如此对待
                    restores nothing; says that the database was put back by other means: the next start takes it for that

环境变量 environment: BACKUP_PASSPHRASE 加密备份的口令 / the passphrase of an encrypted backup
`,
  move: `用法 / usage: npm run move -- postgres://USER@HOST:PORT/DATABASE

把内嵌数据库的台账移到空的 PostgreSQL 数据库；先停止服务。文件与密钥留在 DATA_DIR。
Moves the ledger of the embedded database into an empty one on a PostgreSQL server; stop the hub first. Files and secrets stay in DATA_DIR.
`,
};

export const isTaskName = (name: string | undefined): name is TaskName =>
  name !== undefined && name in HELP;

/** Reads the command line. @throws StartupError COMMAND_LINE for what it does not know. */
export function readTask(name: TaskName, args: string[]): Task {
  const { values, positionals } = parse(name, args);
  if (values.help) return { name: 'help', of: name };
  if (values.announce && !positionals.length) return { name: 'announce' };
  const [target, ...rest] = positionals;
  if (!target || rest.length > 0) throw unclear(name);
  if (name === 'restore') return { name, file: target };
  if (name === 'move') {
    if (!/^postgres(ql)?:\/\//.test(target) || !URL.canParse(target)) throw unclear(name);
    return { name, url: target };
  }
  if (values.check) return { name: 'check', file: target };
  const { 'without-files': withoutFiles = false, 'with-secrets': withSecrets = false } = values;
  return { name, file: target, withFiles: !withoutFiles, withSecrets };
}

function parse(name: TaskName, args: string[]) {
  const flag = { type: 'boolean' } as const;
  const all: Record<TaskName, Record<string, typeof flag>> = {
    backup: { 'without-files': flag, 'with-secrets': flag, check: flag },
    restore: { announce: flag },
    move: {},
  };
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: { ...flag, short: 'h' }, ...all[name] },
    }) as { values: Record<string, boolean | undefined>; positionals: string[] };
  } catch {
    throw unclear(name);
  }
}

const unclear = (name: TaskName) =>
  new StartupError(
    'COMMAND_LINE',
    `无法识别的用法，请看 npm run ${name} -- --help。`,
    `This cannot be understood: see npm run ${name} -- --help.`,
  );
