import { upkeep } from '@taizhang/access';
import { backUpInChild, scheduledBackups } from '@taizhang/backup';
import { mechanismJobs } from '@taizhang/mechanisms';
import { goOnWithActs, mailNotifications, noMail, type Job } from '@taizhang/platform';
import { openBiweeklyPeriods, remindOfBiweeklyReports } from '@taizhang/reporting';
import type { Configuration } from './configuration.ts';

/** Everything that this hub does beside requests. */
export const hubJobs = (
  { auditRetentionDays, mail, backups }: Configuration,
  program: string | null,
  publicUrl: () => string,
): readonly Job[] => [
  upkeep(auditRetentionDays),
  goOnWithActs as Job,
  openBiweeklyPeriods,
  remindOfBiweeklyReports,
  ...(mechanismJobs as Job[]),
  ...(backups.schedule && program
    ? [scheduledBackups(backups.schedule, backUpInChild(program))]
    : []),
  mail ? (mailNotifications(mail, publicUrl) as Job) : noMail,
];
