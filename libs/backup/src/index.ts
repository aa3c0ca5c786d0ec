export { readBackupSettings, type BackupSettings } from './backup-settings.ts';
export { scheduledBackups, type BackupSchedule } from './scheduled-backups.ts';
export { backUpInChild } from './tasks/back-up-in-child.ts';
export { copyEndpoint, sweepCopies } from './tasks/copy-endpoint.ts';
export { COPY_PATH } from './tasks/open-ledger.ts';
export { isTaskName, readTask, type TaskName } from './tasks/options.ts';
export { runTask } from './tasks/run-task.ts';
