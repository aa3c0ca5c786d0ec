import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('the systemd unit runs the program that is built, lets it stop, and writes nowhere else', () => {
  const unit = read('tools/operation/taizhang.service');
  const settings = new Map(
    unit
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  expect(settings.get('ExecStart')).toBe('/usr/bin/node apps/hub/dist/main.js');
  expect(read('apps/hub/vite.config.ts')).toContain("'src/main.ts'");
  expect(settings.get('ProtectSystem')).toBe('strict');
  expect(unit).toContain(`DATA_DIR=/var/lib/${settings.get('StateDirectory')}`);
  expect(Number(settings.get('TimeoutStopSec'))).toBeGreaterThan(5);
});

test('the container runs the same program as nobody special, without the demonstration', () => {
  const file = read('Containerfile');
  expect(file).toContain('CMD ["node", "apps/hub/dist/main.js"]');
  expect(file).toMatch(/^USER node$/m);
  expect(file).toContain('DEMO=false');
  for (const [, script] of file.matchAll(/npm run (\w+)/g))
    expect((JSON.parse(read('package.json')) as { scripts: object }).scripts).toHaveProperty(
      script!,
    );
});
