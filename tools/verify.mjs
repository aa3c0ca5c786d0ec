// Everything that CI runs, in order, each step named and timed; the first that fails ends it.
import { spawnSync } from 'node:child_process';
import { ensureInstalled, root, say } from './workspace.mjs';

const nx = (target) => [
  'npx',
  '--no-install',
  'nx',
  'run-many',
  '-t',
  target,
  '--parallel=2',
  '--outputStyle=static',
];

const STEPS = {
  generate: ['npm', 'run', '--silent', 'generate'],
  'schema unchanged': ['npx', '--no-install', 'tsx', 'tools/print-schema.ts', 'check'],
  'life cycles unchanged': ['npx', '--no-install', 'tsx', 'tools/print-life-cycles.ts', 'check'],
  'events unchanged': ['npx', '--no-install', 'tsx', 'tools/print-events.ts', 'check'],
  'migrations unchanged': ['npx', '--no-install', 'tsx', 'tools/prisma/migration.ts', 'check'],
  format: ['npx', '--no-install', 'prettier', '--check', '--log-level=warn', '.'],
  typecheck: nx('typecheck'),
  'typecheck tools': ['npx', '--no-install', 'tsc', '-p', 'tsconfig.json'],
  lint: nx('lint'),
  'lint tools': ['npx', '--no-install', 'eslint', 'tools', 'docs', 'prisma.config.ts'],
  'unused code': ['npx', '--no-install', 'knip'],
  test: ['npm', 'test', '--silent'],
  build: nx('build'),
  'end to end': ['npm', 'run', '--silent', 'e2e'],
};

ensureInstalled();
const only = process.argv.slice(2);
const times = [];
for (const [name, [command, ...args]] of Object.entries(STEPS)) {
  if (only.length && !only.includes(name)) continue;
  say(`\n── ${name}`);
  const start = performance.now();
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' },
  });
  times.push(`${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s  ${name}`);
  if (status !== 0) {
    say(`\n${times.join('\n')}\n\n失败：${name} / failed: ${name}`);
    process.exit(1);
  }
}
say(`\n${times.join('\n')}\n\n全部通过 / all passed`);
