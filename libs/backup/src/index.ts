export type { Manifest } from './manifest.type.ts';
export { checkArchive } from './read-archive.ts';
export { restoreBackup } from './restore-backup.ts';
export { scheduledBackups, type BackupSchedule } from './scheduled-backups.ts';
export { takeBackup } from './take-backup.ts';
