import { unusableSetting } from '@taizhang/platform';
import { addressList, type TransportSettings } from './requests/trusted-transport.ts';
import type { TotpRequirement } from './sessions.ts';
import { isLoopback, type OidcSettings } from './sign-in/oidc-client.ts';

/** How people reach the hub and sign in to it. */
export interface SignInSettings extends TransportSettings {
  /** Requests of one caller, or of one address signed out; 0: no limit. */
  requestsPerMinute: number;
  /** Failed attempts to sign in from one address in a quarter of an hour; 0: no limit. */
  failuresPerAddress: number;
  /** Connections that one address may hold open; 0: any number. */
  connectionsPerAddress: number;
  /** Who needs a second factor; null: nobody in the demonstration, everybody elsewhere. */
  totp: TotpRequirement | null;
  oidc: OidcSettings | null;
}

/**
 * Reads the settings of signing in from environment variables.
 *
 * @throws StartupError CONFIGURATION naming the variable that cannot be used.
 */
export function readSignInSettings(env: NodeJS.ProcessEnv): SignInSettings {
  return {
    publicUrl: publicUrl(env),
    trustedProxies: trustedProxies(env),
    requestsPerMinute: count(env, 'REQUESTS_PER_MINUTE', 1_200),
    failuresPerAddress: count(env, 'SIGN_IN_FAILURES', 100),
    connectionsPerAddress: count(env, 'CONNECTIONS_PER_ADDRESS', 200),
    totp: totp(env),
    oidc: oidc(env),
  };
}

function publicUrl(env: NodeJS.ProcessEnv): string | null {
  const text = env['PUBLIC_URL'];
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search)
    return url.origin;
  throw unusableSetting(
    'PUBLIC_URL',
    '浏览器所用地址，如 https://taizhang.example',
    'the address that browsers use, such as https://taizhang.example',
  );
}

function trustedProxies(env: NodeJS.ProcessEnv): string[] {
  const entries = (env['TRUSTED_PROXIES'] ?? '').split(/[\s,]+/).filter(Boolean);
  try {
    addressList(entries);
  } catch {
    throw unusableSetting(
      'TRUSTED_PROXIES',
      '代理的地址或网段，以逗号分隔，如 127.0.0.1,10.0.0.0/8',
      'addresses or networks of proxies, such as 127.0.0.1,10.0.0.0/8',
    );
  }
  return entries;
}

function count(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = env[name];
  if (!text) return otherwise;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw unusableSetting(name, '不小于 0 的整数，0 为不限', 'a whole number; 0 for no limit');
}

function totp(env: NodeJS.ProcessEnv): TotpRequirement | null {
  const text = env['REQUIRE_TOTP']?.toLowerCase() || null;
  if (text === null || text === 'none' || text === 'administrators' || text === 'all') return text;
  throw unusableSetting(
    'REQUIRE_TOTP',
    'none、administrators 或 all',
    'none, administrators or all',
  );
}

function oidc(env: NodeJS.ProcessEnv): OidcSettings | null {
  const issuer = env['OIDC_ISSUER'];
  if (!issuer) return null;
  if (!URL.canParse(issuer) || !isFit(new URL(issuer)))
    throw unusableSetting(
      'OIDC_ISSUER',
      'https:// 开头的地址（仅本机可用 http）',
      'an address that starts with https:// (http on this machine only)',
    );
  return {
    issuer,
    clientId: required(env, 'OIDC_CLIENT_ID'),
    clientSecret: required(env, 'OIDC_CLIENT_SECRET'),
    name: env['OIDC_NAME'] || '统一登录 / Single sign-on',
  };
}

const isFit = (url: URL) =>
  url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));

function required(env: NodeJS.ProcessEnv, name: string): string {
  const text = env[name];
  if (text) return text;
  throw unusableSetting(name, '设置了 OIDC_ISSUER 时的必填值', 'a value, as OIDC_ISSUER is given');
}
