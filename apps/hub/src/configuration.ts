import { resolve } from 'node:path';
import { readSignInSettings, type SignInSettings } from '@taizhang/access';
import { readBackupSettings, type BackupSettings } from '@taizhang/backup';
import { readScanner, type S3Settings, type Scanner } from '@taizhang/files';
import {
  HashAlgorithm,
  readAnchorChoices,
  readMailSettings,
  SHORTEST_RETENTION_DAYS,
  StartupError,
  wholeNumber,
  type AnchorChoices,
  type MailSettings,
} from '@taizhang/platform';
import type { Introspection } from './graphql/guard-introspection.ts';
import type { Certificate } from './http/create-server.ts';
import { readCertificate } from './settings/certificate.ts';
import { readTestClock } from './settings/test-clock.ts';

/** How a hub runs. Read once, here: nothing else looks at the environment. */
export interface Configuration {
  host: string;
  /** 0 takes any free port. */
  port: number;
  dataDir: string;
  /** Absent: PostgreSQL embedded in the process, in the data folder. */
  databaseUrl: string | null;
  /** Whether an empty database gets the demonstration ledger. */
  demo: boolean;
  /** Gives an API client with every right; absent: only tools on this machine have one. */
  adminToken: string | null;
  /** Opens the metrics, and nothing else. */
  metricsToken: string | null;
  /** Whether tokens with every right are taken: that one, and the one of tools on this machine. */
  isAutomationOpen: boolean;
  /** Where apps, migrations and the like stand. */
  root: string;
  largestUpload: number;
  /** Looks for malware in what is uploaded; null: nobody does. */
  scanner: Scanner | null;
  /** Where files are kept; null: in the data folder. */
  s3: S3Settings | null;
  /** What new links of the event chain are hashed with. */
  auditHash: HashAlgorithm;
  /** Days that sign-ins, reads and exports stay in the audit log; null keeps them for ever. */
  auditRetentionDays: number | null;
  signIn: SignInSettings;
  /** Who may ask for the schema. */
  introspection: Introspection;
  /** How long a request may take. */
  requestSeconds: number;
  /** With what the hub speaks HTTPS itself; null: it speaks HTTP. */
  certificate: Certificate | null;
  /** How reminders are sent; null: they are shown in the console only. */
  mail: MailSettings | null;
  backups: BackupSettings;
  /** Where ends of the event chain are written down outside the database. */
  anchors: AnchorChoices;
  /** How much of the memory may hold answers; 0 keeps none. */
  answerCacheBytes: number;
  /** The moment to which a test puts the clock of the hub; null: the machine's own clock. */
  testClock: Date | null;
}

const MEGABYTE = 1024 * 1024;
const LONGEST_RETENTION = 36_500;

/**
 * Reads the configuration from environment variables.
 *
 * @throws StartupError CONFIGURATION naming the variable that cannot be used.
 */
export function readConfiguration(env: NodeJS.ProcessEnv, root: string): Configuration {
  const dataDir = resolve(root, env['DATA_DIR'] || '.data');
  const url = databaseUrl(env);
  return {
    host: env['HOST'] || '127.0.0.1',
    port: wholeNumber(env, 'PORT', 4000, { most: 65_535 }),
    dataDir,
    databaseUrl: url,
    demo: yesOrNo(env, 'DEMO', true),
    adminToken: token(env, 'HUB_ADMIN_TOKEN'),
    metricsToken: token(env, 'METRICS_TOKEN'),
    isAutomationOpen: yesOrNo(env, 'AUTOMATION', true),
    root,
    largestUpload: wholeNumber(env, 'UPLOAD_LIMIT_MB', 50, { most: 1024 }) * MEGABYTE,
    scanner: readScanner(env),
    s3: s3Settings(env),
    auditHash: auditHash(env),
    auditRetentionDays: auditRetentionDays(env),
    signIn: readSignInSettings(env),
    introspection: introspection(env),
    // What is done of an import while its sender waits has to fit in.
    requestSeconds: wholeNumber(env, 'REQUEST_SECONDS', 10, { least: 10, most: 600 }),
    certificate: readCertificate(env),
    mail: readMailSettings(env),
    backups: readBackupSettings(env, { dataDir, isEmbedded: !url, root }),
    anchors: readAnchorChoices(env, { dataDir, root }),
    answerCacheBytes: wholeNumber(env, 'ANSWER_CACHE_MB', 64, { most: 16_384 }) * MEGABYTE,
    testClock: readTestClock(env),
  };
}

function yesOrNo(env: NodeJS.ProcessEnv, name: string, otherwise: boolean): boolean {
  const text = env[name]?.toLowerCase();
  if (!text) return otherwise;
  if (text === 'true' || text === 'false') return text === 'true';
  throw unusable(name, text, 'true 或 false', 'true or false');
}

/** It is never repeated in what is said of it. */
function token(env: NodeJS.ProcessEnv, name: string): string | null {
  const token = env[name] || null;
  if (token === null || /^[\x21-\x7e]{32,}$/.test(token)) return token;
  throw unusable(
    name,
    '…',
    '32 个以上的可见 ASCII 字符，如 openssl rand -base64 32 所生成',
    'at least 32 visible ASCII characters, such as openssl rand -base64 32 makes',
  );
}

function introspection(env: NodeJS.ProcessEnv): Introspection {
  // The demonstration is there to be looked at.
  const usual = yesOrNo(env, 'DEMO', true) ? 'everyone' : 'signed-in';
  const text = env['INTROSPECTION']?.toLowerCase() || usual;
  if (text === 'everyone' || text === 'signed-in' || text === 'nobody') return text;
  throw unusable(
    'INTROSPECTION',
    text,
    'everyone、signed-in 或 nobody',
    'everyone, signed-in or nobody',
  );
}

function auditHash(env: NodeJS.ProcessEnv): HashAlgorithm {
  const text = env['AUDIT_HASH']?.toUpperCase() || HashAlgorithm.SM3;
  if (text in HashAlgorithm) return text as HashAlgorithm;
  throw unusable('AUDIT_HASH', text.toLowerCase(), 'sm3 或 sha256', 'sm3 or sha256');
}

function auditRetentionDays(env: NodeJS.ProcessEnv): number | null {
  const text = env['AUDIT_RETENTION_DAYS'];
  if (!text) return null;
  const days = Number(text);
  if (Number.isSafeInteger(days) && days >= SHORTEST_RETENTION_DAYS && days <= LONGEST_RETENTION)
    return days;
  throw unusable(
    'AUDIT_RETENTION_DAYS',
    text,
    `${SHORTEST_RETENTION_DAYS}–${LONGEST_RETENTION} 的整数（天），不设则永久保留`,
    `a whole number of days from ${SHORTEST_RETENTION_DAYS} to ${LONGEST_RETENTION}, or none to keep all`,
  );
}

function databaseUrl(env: NodeJS.ProcessEnv): string | null {
  const url = env['DATABASE_URL'];
  if (!url) return null;
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  // The value may hold a password: it is not repeated.
  throw unusable(
    'DATABASE_URL',
    '…',
    'postgres:// 开头的地址',
    'an address that starts with postgres://',
  );
}

/** Keys are never repeated in what is said of them. */
function s3Settings(env: NodeJS.ProcessEnv): S3Settings | null {
  const bucket = env['S3_BUCKET'];
  if (!bucket) return null;
  if (!/^[a-z0-9][a-z0-9._-]{1,62}$/i.test(bucket))
    throw unusable('S3_BUCKET', bucket, '存储桶名称', 'the name of a bucket');
  const endpoint = env['S3_ENDPOINT'] || null;
  if (endpoint && !(/^https?:\/\//.test(endpoint) && URL.canParse(endpoint)))
    throw unusable('S3_ENDPOINT', '…', 'http(s):// 开头的地址', 'an address that starts with http');
  const [accessKeyId, secretAccessKey] = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'].map(
    (name) => env[name] || missing(name),
  ) as [string, string];
  return {
    endpoint,
    bucket,
    region: env['S3_REGION'] || 'us-east-1',
    accessKeyId,
    secretAccessKey,
    forcePathStyle: yesOrNo(env, 'S3_FORCE_PATH_STYLE', endpoint !== null),
  };
}

function missing(name: string): never {
  throw new StartupError(
    'CONFIGURATION',
    `已设置 S3_BUCKET，还须设置环境变量 ${name}。`,
    `S3_BUCKET is given, so ${name} is needed too.`,
  );
}

const unusable = (name: string, value: string, chinese: string, english: string) =>
  new StartupError(
    'CONFIGURATION',
    `环境变量 ${name}=${value} 无效，应为${chinese}。`,
    `The environment variable ${name}=${value} cannot be used: give ${english}.`,
  );
