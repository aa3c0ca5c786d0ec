// Makes a bare clone ready and runs every unit and integration test.
import { ensureGenerated, ensureInstalled, run } from './workspace.mjs';

ensureInstalled();
ensureGenerated();
run(
  'npx',
  [
    '--no-install',
    'nx',
    'run-many',
    '-t',
    'test',
    '--parallel=1',
    '--outputStyle=stream',
    ...process.argv.slice(2),
  ],
  {
    env: { NX_DAEMON: 'false', NX_TUI: 'false' },
  },
);
