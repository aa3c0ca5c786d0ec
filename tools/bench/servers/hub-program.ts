import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { say } from '../show-progress.ts';

/** Which hub is measured, and how it is looked at. */
export interface HubChoice {
  root: string;
  /** A built hub to measure instead of this workspace's, to compare two of them. */
  hub: string | null;
  /** A folder for a CPU profile of it. */
  profile: string | null;
}

/**
 * The arguments that start the hub as it runs in production: as built when nothing is newer than
 * the build, else from a build of the benchmark's own; from its sources only when that fails.
 */
export function hubProgram({ root, hub, profile }: HubChoice): [args: string[], kind: string] {
  const extra = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
  if (hub) return [[...extra, hub], hub];
  const built = join(root, 'apps/hub/dist/main.js');
  if (existsSync(built) && newest(root) <= statSync(built).mtimeMs)
    return [[...extra, built], 'apps/hub/dist'];
  const own = join(root, 'node_modules/.cache/taizhang-bench/hub');
  if (build(root, own)) return [[...extra, join(own, 'main.js')], 'built now'];
  say('构建失败，改用源码运行 / the build failed: running from the sources');
  return [[...extra, '--import', 'tsx', join(root, 'apps/hub/src/main.ts')], 'sources by tsx'];
}

function build(root: string, outDir: string): boolean {
  say('构建 hub / building the hub');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = [
    '--config',
    'apps/hub/vite.config.ts',
    '--outDir',
    outDir,
    '--logLevel',
    'error',
  ];
  const { status } = spawnSync(process.execPath, [vite, 'build', 'apps/hub', ...options], {
    cwd: root,
    stdio: 'ignore',
  });
  return status === 0;
}

function newest(root: string): number {
  const libraries = readdirSync(join(root, 'libs')).map((name) => join(root, 'libs', name, 'src'));
  const folders = [join(root, 'apps/hub/src'), ...libraries].filter((folder) => existsSync(folder));
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return Math.max(...sources.map((file) => statSync(file).mtimeMs));
}
