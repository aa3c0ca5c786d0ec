// What the entry scripts share: making a bare clone ready. Plain JavaScript without packages,
// because it runs before any are installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');
const stampFolder = join(root, 'node_modules/.cache/taizhang');

/** Says what is happening where a program's own output does not go. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Runs a command in the workspace with its output shown on stderr; ends the process when it fails. */
export function run(command, args, { env = {} } = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['inherit', 2, 2],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (error) say(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

/** Installs the packages when they are missing or not those of the lockfile. */
export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (isStamped('installed', lock)) return;
  say('安装依赖（约一分钟）… / installing packages (about a minute)…');
  // A fresh folder gets exactly the lockfile; one at work is only brought up to it.
  const command = existsSync(join(root, 'node_modules')) ? 'install' : 'ci';
  run('npm', [command, '--no-audit', '--no-fund', '--loglevel=error']);
  stamp('installed', lock);
}

/** Makes the code that is generated from prisma/ and schema.graphql, when those have changed. */
export function ensureGenerated() {
  const generated = [
    'libs/platform/src/database/generated/pothos-types.ts',
    'libs/client/src/generated/graphql-env.d.ts',
  ];
  const state = newest(['prisma', 'schema.graphql']);
  if (generated.every((file) => existsSync(join(root, file))) && isStamped('generated', state))
    return;
  say('生成代码… / generating code…');
  run('npm', ['run', '--silent', 'generate']);
  stamp('generated', state);
}

/** Builds the programs and web apps, when a source is newer than the last build. */
export function ensureBuilt() {
  const built = ['hub', 'admin', 'dashboard', 'annual-review', 'notice-import', 'audit-check'];
  const state = newest([
    'apps',
    'libs',
    'prisma',
    'tools/vite',
    'package-lock.json',
    'schema.graphql',
  ]);
  const isThere = built.every((app) => existsSync(join(root, 'apps', app, 'dist')));
  if (isThere && isStamped('built', state)) return;
  ensureGenerated();
  say('构建… / building…');
  run('npm', ['run', '--silent', 'build']);
  stamp('built', state);
}

/** A text that changes whenever a file below the places does. */
function newest(places) {
  let count = 0;
  let latest = 0;
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) {
      count += 1;
      latest = Math.max(latest, stat.mtimeMs);
      return;
    }
    for (const name of readdirSync(path))
      if (
        !['dist', 'node_modules', 'generated', 'test', 'fixtures'].includes(name) &&
        !name.includes('.spec.')
      )
        visit(join(path, name));
  };
  for (const place of places) visit(join(root, place));
  return `${count} ${latest}`;
}

const isStamped = (name, state) => {
  const file = join(stampFolder, name);
  return existsSync(file) && readFileSync(file, 'utf8') === state;
};

function stamp(name, state) {
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(join(stampFolder, name), state);
}
