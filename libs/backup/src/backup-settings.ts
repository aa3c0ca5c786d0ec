import { join, resolve } from 'node:path';
import { StartupError, wholeNumber } from '@taizhang/platform';
import type { BackupSchedule } from './scheduled-backups.ts';

const SHORTEST_PASSPHRASE = 12;
const LONGEST_WAIT_HOURS = 24 * 31;
/** The embedded database may lose what it wrote last when the power fails: about a morning's work at most. */
const EMBEDDED_HOURS = 6;
const KEPT = 14;

/** How backups are made. */
export interface BackupSettings {
  /** What they are encrypted with; null leaves them plain. */
  passphrase: string | null;
  /** Null: only when asked for. */
  schedule: BackupSchedule | null;
}

/**
 * Reads the settings of backups; an embedded database is backed up by itself unless told otherwise.
 *
 * @throws StartupError CONFIGURATION naming the variable that cannot be used.
 */
export function readBackupSettings(
  env: NodeJS.ProcessEnv,
  { dataDir, isEmbedded, root }: { dataDir: string; isEmbedded: boolean; root: string },
): BackupSettings {
  const hours = isEmbedded ? EMBEDDED_HOURS : 0;
  const everyHours = wholeNumber(env, 'BACKUP_EVERY_HOURS', hours, { most: LONGEST_WAIT_HOURS });
  const folder = env['BACKUP_DIR'] ? resolve(root, env['BACKUP_DIR']) : join(dataDir, 'backups');
  const keep = wholeNumber(env, 'BACKUP_KEEP', KEPT, { least: 1, most: 10_000 });
  return {
    passphrase: passphrase(env),
    schedule: everyHours > 0 ? { everyHours, folder, keep } : null,
  };
}

function passphrase(env: NodeJS.ProcessEnv): string | null {
  const text = env['BACKUP_PASSPHRASE'];
  if (!text) return null;
  if (text.length >= SHORTEST_PASSPHRASE) return text;
  throw new StartupError(
    'CONFIGURATION',
    `环境变量 BACKUP_PASSPHRASE 过短，至少 ${SHORTEST_PASSPHRASE} 个字符。`,
    `The environment variable BACKUP_PASSPHRASE is too short: give at least ${SHORTEST_PASSPHRASE} characters.`,
  );
}
