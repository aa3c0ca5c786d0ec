import { upkeep } from '@taizhang/access';
import { goOnWithActs, mailNotifications, noMail, type Job } from '@taizhang/platform';
import { openBiweeklyPeriods, remindOfBiweeklyReports } from '@taizhang/reporting';
import type { Configuration } from './configuration.ts';

/** Everything that this hub does beside requests. */
export const hubJobs = (
  { auditRetentionDays, mail }: Configuration,
  publicUrl: () => string,
): readonly Job[] => [
  upkeep(auditRetentionDays),
  goOnWithActs as Job,
  openBiweeklyPeriods,
  remindOfBiweeklyReports,
  mail ? (mailNotifications(mail, publicUrl) as Job) : noMail,
];
