import { resolve } from 'node:path';
import { StartupError } from '@taizhang/platform';

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
  /** Where apps, migrations and the like stand. */
  root: string;
  largestUpload: number;
}

const MEGABYTE = 1024 * 1024;

/**
 * Reads the configuration from environment variables.
 *
 * @throws StartupError CONFIGURATION naming the variable that cannot be used.
 */
export function readConfiguration(env: NodeJS.ProcessEnv, root: string): Configuration {
  return {
    host: env['HOST'] || '127.0.0.1',
    port: wholeNumber(env, 'PORT', 4000, 65_535),
    dataDir: resolve(root, env['DATA_DIR'] || '.data'),
    databaseUrl: databaseUrl(env),
    demo: yesOrNo(env, 'DEMO', true),
    adminToken: env['HUB_ADMIN_TOKEN'] || null,
    root,
    largestUpload: wholeNumber(env, 'UPLOAD_LIMIT_MB', 50, 1024) * MEGABYTE,
  };
}

function wholeNumber(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  largest: number,
): number {
  const text = env[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= largest) return value;
  throw unusable(name, text, `0–${largest} 的整数`, `a whole number from 0 to ${largest}`);
}

function yesOrNo(env: NodeJS.ProcessEnv, name: string, otherwise: boolean): boolean {
  const text = env[name]?.toLowerCase();
  if (!text) return otherwise;
  if (text === 'true' || text === 'false') return text === 'true';
  throw unusable(name, text, 'true 或 false', 'true or false');
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

const unusable = (name: string, value: string, chinese: string, english: string) =>
  new StartupError(
    'CONFIGURATION',
    `环境变量 ${name}=${value} 无效，应为${chinese}。`,
    `The environment variable ${name}=${value} cannot be used: give ${english}.`,
  );
