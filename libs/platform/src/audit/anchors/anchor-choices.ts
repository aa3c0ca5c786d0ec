import { join, resolve } from 'node:path';
import { unusableSetting } from '../../settings/unusable-setting.ts';
import { wholeNumber } from '../../settings/whole-number.ts';
import type { AnchorPlace, AnchorSettings } from './keep-anchors.ts';
import { syslogPlace, type SyslogSettings } from './syslog-place.ts';
import { timeStamper } from './time-stamp.ts';

const DAY_MINUTES = 24 * 60;
const TEN_YEARS = 3_653;

/** A bucket whose objects nobody deletes before their time. */
export interface LockedBucket {
  bucket: string;
  days: number;
}

/** Where an operator wants ends of the chain to be written down. */
export interface AnchorChoices {
  folder: string;
  keyFile: string;
  everyMinutes: number;
  syslog: SyslogSettings | null;
  /** An authority that stamps by RFC 3161. */
  stampUrl: string | null;
  bucket: LockedBucket | null;
}

/** @throws StartupError CONFIGURATION naming the variable that cannot be used. */
export function readAnchorChoices(
  env: NodeJS.ProcessEnv,
  { dataDir, root }: { dataDir: string; root: string },
): AnchorChoices {
  const path = (name: string, otherwise: string) =>
    env[name] ? resolve(root, env[name]) : join(dataDir, otherwise);
  return {
    folder: path('ANCHOR_DIR', 'anchors'),
    keyFile: path('ANCHOR_KEY_FILE', 'anchor.key'),
    everyMinutes: wholeNumber(env, 'ANCHOR_MINUTES', 10, { least: 1, most: DAY_MINUTES }),
    syslog: syslog(env),
    stampUrl: stampUrl(env),
    bucket: bucket(env),
  };
}

/** What the choices come to; a locked bucket is opened by whoever knows buckets. */
export const anchorSettings = (
  { syslog, stampUrl, ...choices }: AnchorChoices,
  others: readonly AnchorPlace[],
): AnchorSettings => ({
  ...choices,
  places: [...(syslog ? [syslogPlace(syslog)] : []), ...others],
  stamper: stampUrl ? timeStamper(stampUrl) : null,
});

function syslog(env: NodeJS.ProcessEnv): SyslogSettings | null {
  const text = env['ANCHOR_SYSLOG'];
  if (!text) return null;
  const [, host, port = '6514'] = /^tls:\/\/([^:/\s]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (!host)
    throw unusableSetting(
      'ANCHOR_SYSLOG',
      'tls:// 开头的地址，如 tls://syslog.example:6514',
      'an address such as tls://syslog.example:6514',
    );
  return { host, port: Number(port), caFile: env['ANCHOR_SYSLOG_CA'] || null };
}

function stampUrl(env: NodeJS.ProcessEnv): string | null {
  const text = env['ANCHOR_TSA_URL'];
  if (!text || (/^https?:\/\//.test(text) && URL.canParse(text))) return text || null;
  throw unusableSetting(
    'ANCHOR_TSA_URL',
    'http(s):// 开头的时间戳服务地址（RFC 3161）',
    'the address of a time-stamping service (RFC 3161) that starts with http',
  );
}

function bucket(env: NodeJS.ProcessEnv): LockedBucket | null {
  const name = env['ANCHOR_S3_BUCKET'];
  if (!name) return null;
  if (!env['S3_BUCKET'] || !/^[a-z0-9][a-z0-9._-]{1,62}$/i.test(name))
    throw unusableSetting(
      'ANCHOR_S3_BUCKET',
      '已启用对象锁的存储桶名称，其余沿用 S3_ 开头的变量（须设置 S3_BUCKET）',
      'the name of a bucket with object lock; all else is as the S3_ variables say (S3_BUCKET is needed)',
    );
  const days = wholeNumber(env, 'ANCHOR_S3_DAYS', TEN_YEARS, { least: 1, most: 36_500 });
  return { bucket: name, days };
}
