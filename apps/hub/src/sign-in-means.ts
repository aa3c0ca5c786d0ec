import { rateLimits, sealFor, type SetUpToken, type SignInMeans } from '@taizhang/access';
import type { Database } from '@taizhang/platform';
import type { Configuration } from './configuration.ts';

/** The hub's means for signing in, out of its configuration and the secret of its data folder. */
export async function signInMeans(
  db: Database,
  { demo, signIn }: Configuration,
  secret: string,
  setUp: SetUpToken,
): Promise<SignInMeans> {
  const isDemoOpen = demo && (await db.person.count({ where: { isDemo: true } })) > 0;
  return {
    isDemoOpen,
    limits: rateLimits(signIn),
    totpSeal: sealFor(secret, 'second factor'),
    challengeSeal: sealFor(secret, 'sign-in challenge'),
    // Where it matters who somebody is, a password alone is not enough unless the operator says so.
    totp: signIn.totp ?? (isDemoOpen ? 'none' : 'all'),
    oidcName: signIn.oidc?.name ?? null,
    setUp,
  };
}
