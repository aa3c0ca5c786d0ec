import { unusableSetting } from '../settings/unusable-setting.ts';
import type { MailSettings } from './mail-notifications.ts';

/**
 * Reads the settings of mail; null where no server is named, and reminders stay in the console.
 *
 * @throws StartupError CONFIGURATION naming the variable that cannot be used.
 */
export function readMailSettings(env: NodeJS.ProcessEnv): MailSettings | null {
  const smtpUrl = env['SMTP_URL'];
  if (!smtpUrl) return null;
  // The value may hold a password: it is not repeated.
  if (!(/^smtps?:\/\//.test(smtpUrl) && URL.canParse(smtpUrl)))
    throw unusableSetting(
      'SMTP_URL',
      'smtp:// 或 smtps:// 开头的地址',
      'an address that starts with smtp:// or smtps://',
    );
  const from = env['MAIL_FROM'];
  if (!from || !/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/.test(from))
    throw unusableSetting(
      'MAIL_FROM',
      '发件人地址，如 台账 <ledger@example.org>',
      'the sender, such as Ledger <ledger@example.org>',
    );
  return { smtpUrl, from };
}
