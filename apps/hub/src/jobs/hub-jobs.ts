import type { Job } from '@taizhang/platform';
import { openBiweeklyPeriods, remindOfBiweeklyReports } from '@taizhang/reporting';
import type { Configuration } from '../configuration.ts';
import { mailNotifications, noMail } from '../mail/mail-notifications.ts';
import { upkeep } from './upkeep.ts';

/** Everything that this hub does beside requests. */
export const hubJobs = (
  { auditRetentionDays, mail }: Configuration,
  publicUrl: () => string,
): readonly Job[] => [
  upkeep(auditRetentionDays),
  openBiweeklyPeriods,
  remindOfBiweeklyReports,
  mail ? (mailNotifications(mail, publicUrl) as Job) : noMail,
];
