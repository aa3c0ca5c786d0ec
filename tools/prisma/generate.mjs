// Runs `prisma generate` without Prisma's downloaded schema engine, which closed networks do not reach.
// Generating needs no engine, only that the variable names something executable.
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const { status } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
  {
    cwd: root,
    stdio: ['ignore', process.env.CI ? 'inherit' : 'ignore', 'inherit'],
    env: {
      ...process.env,
      CHECKPOINT_DISABLE: '1',
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      // prisma looks its generators up on the PATH
      PATH: join(root, 'node_modules/.bin') + delimiter + process.env.PATH,
    },
  },
);
process.exit(status ?? 1);
