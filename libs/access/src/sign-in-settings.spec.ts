import { describe, expect, test } from 'vitest';
import { readSignInSettings } from './sign-in-settings.ts';

const OIDC = { OIDC_CLIENT_ID: 'taizhang', OIDC_CLIENT_SECRET: 'a-secret' };

describe('the settings of signing in', () => {
  test('need nothing', () => {
    expect(readSignInSettings({})).toEqual({
      publicUrl: null,
      trustedProxies: [],
      requestsPerMinute: 1_200,
      failuresPerAddress: 100,
      connectionsPerAddress: 200,
      totp: null,
      oidc: null,
    });
  });

  test('are read from the environment', () => {
    const settings = readSignInSettings({
      PUBLIC_URL: 'https://taizhang.example/',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8 fd00::/8',
      REQUIRE_TOTP: 'Administrators',
      SIGN_IN_FAILURES: '0',
      OIDC_ISSUER: 'https://login.example',
      ...OIDC,
    });
    expect(settings).toMatchObject({
      publicUrl: 'https://taizhang.example',
      trustedProxies: ['127.0.0.1', '10.0.0.0/8', 'fd00::/8'],
      totp: 'administrators',
      failuresPerAddress: 0,
      oidc: { issuer: 'https://login.example', clientId: 'taizhang' },
    });
  });

  test.each<[string, Record<string, string>]>([
    ['PUBLIC_URL', { PUBLIC_URL: 'taizhang.example' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://taizhang.example/path' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'my-proxy' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/99' }],
    ['REQUIRE_TOTP', { REQUIRE_TOTP: 'yes' }],
    ['REQUESTS_PER_MINUTE', { REQUESTS_PER_MINUTE: '-1' }],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://login.example', ...OIDC }],
    ['OIDC_CLIENT_SECRET', { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'x' }],
  ])('%s is refused when it makes no sense (%#)', (name, env) => {
    expect(() => readSignInSettings(env)).toThrow(name);
  });

  test('never repeat a secret in what they say', () => {
    const env = { OIDC_ISSUER: 'ftp://login.example', ...OIDC };
    expect(() => readSignInSettings(env)).toThrow(/^(?!.*a-secret)/);
  });

  test('let an issuer on this machine go without TLS', () => {
    const settings = readSignInSettings({ OIDC_ISSUER: 'http://127.0.0.1:9', ...OIDC });
    expect(settings.oidc?.issuer).toBe('http://127.0.0.1:9');
  });
});
