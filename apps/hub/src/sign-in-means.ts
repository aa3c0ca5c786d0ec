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
  return {
    isDemoOpen: demo && (await db.person.count({ where: { isDemo: true } })) > 0,
    limits: rateLimits(signIn),
    totpSeal: sealFor(secret, 'second factor'),
    challengeSeal: sealFor(secret, 'sign-in challenge'),
    totp: signIn.totp,
    oidcName: signIn.oidc?.name ?? null,
    setUp,
  };
}
