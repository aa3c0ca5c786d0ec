import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Job } from '@taizhang/platform';

/** Backups that a hub makes by itself. */
export interface BackupSchedule {
  everyHours: number;
  /** Where they lie. */
  folder: string;
  /** How many are kept; older ones go when a new one is whole. */
  keep: number;
}

const NAMED = /^taizhang-\d{8}T\d{6}Z\.tar\.gz$/;

/** The job that backs up by schedule; `takeBackup` writes one file, and does not hold the hub up. */
export const scheduledBackups = (
  { everyHours, folder, keep }: BackupSchedule,
  takeBackup: (file: string, signal: AbortSignal) => Promise<void>,
): Job => ({
  name: 'BACK_UP',
  everyMinutes: everyHours * 60,
  startsLater: true,
  async run({ now, signal }) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const moment = now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '');
    await takeBackup(join(folder, `taizhang-${moment}.tar.gz`), signal);
    const made = (await readdir(folder)).filter((name) => NAMED.test(name)).sort();
    for (const name of made.slice(0, -keep)) await rm(join(folder, name));
  },
});
