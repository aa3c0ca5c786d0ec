import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobScope } from '@taizhang/platform';
import { expect, test } from 'vitest';
import { scheduledBackups } from './scheduled-backups.ts';

test('the newest backups are kept, and other files left alone; a failed one drops none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-backups-'));
  let hour = 0;
  let fails = false;
  const job = scheduledBackups({ everyHours: 6, folder: join(folder, 'new'), keep: 2 }, (file) => {
    if (fails) return Promise.reject(new Error('disk full'));
    writeFileSync(file, '');
    return Promise.resolve();
  });
  const run = () =>
    job.run(
      {
        now: () => new Date(Date.UTC(2026, 2, 2, (hour += 6))),
        signal: new AbortController().signal,
      } as JobScope,
      {},
    );
  await run();
  writeFileSync(join(folder, 'new/by-hand.tar.gz'), '');
  await run();
  await run();
  const kept = [
    'by-hand.tar.gz',
    'taizhang-20260302T120000Z.tar.gz',
    'taizhang-20260302T180000Z.tar.gz',
  ];
  expect(readdirSync(join(folder, 'new')).sort()).toEqual(kept);
  fails = true;
  await expect(run()).rejects.toThrow('disk full');
  expect(readdirSync(join(folder, 'new')).sort()).toEqual(kept);
  rmSync(folder, { recursive: true });
});
