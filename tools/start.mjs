// Makes a bare clone ready and runs one of its programs in this process's place:
//   node tools/start.mjs hub | notice-import | annual-review | audit-check [arguments]
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, say } from './workspace.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  say(
    `需要 Node 20.19 以上，当前 ${process.version} / Node 20.19 or newer is needed, this is ${process.version}`,
  );
  process.exit(1);
}

const [app, ...args] = process.argv.slice(2);
ensureInstalled();
ensureBuilt();
const program = spawn(process.execPath, [join(root, 'apps', app, 'dist/main.js'), ...args], {
  stdio: 'inherit',
});
// The program ends by itself on these; this process only waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => program.kill(signal));
program.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
