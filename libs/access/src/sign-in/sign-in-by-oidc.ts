import { writeChanges, type Caller, type Database, type RequestContext } from '@taizhang/platform';
import { bilingual, isStorable, type BilingualText } from '@taizhang/platform/rules';
import { ACCESS_EVENTS } from '../rules/index.ts';
import { enterHub, recordRefusal } from './enter-hub.ts';
import type { OidcClaims } from './oidc-client.ts';
import { author } from './sign-in-context.ts';

const UNVERIFIED = bilingual(
  '登录系统没有确认您的邮箱，请联系管理员',
  'Your e-mail address is not confirmed where you sign in: ask your administrator',
);
const UNKNOWN = bilingual(
  '台账中没有与您对应的人员，或该人员已停用，请联系管理员',
  'Nobody in this hub is linked to you, or the person is disabled: ask your administrator',
);

/**
 * Signs in whoever the issuer vouches for: the person linked to the subject, or, the first time, the
 * one with the same confirmed e-mail address. Nobody is made.
 *
 * @returns the caller, or why not.
 */
export async function signInByOidc(
  context: RequestContext,
  claims: OidcClaims,
): Promise<{ caller: Caller } | { refusal: BilingualText }> {
  const texts = [claims.issuer, claims.subject, claims.email ?? ''];
  // Nobody is known under a name that the database cannot hold.
  if (!texts.every(isStorable)) return { refusal: UNKNOWN };
  const linked = await findLinked(context, claims);
  const found = linked ?? (await linkByEmail(context, claims));
  if (typeof found === 'string') {
    const caller = await enterHub(context, { personId: found, method: 'OIDC' });
    if (caller) return { caller };
  }
  const isUnverified = found === null && claims.email !== null && !claims.isEmailVerified;
  await recordRefusal(context, {
    name: claims.email ?? claims.subject,
    personId: found,
    isNowLocked: false,
    reason: isUnverified ? 'OIDC_EMAIL_UNVERIFIED' : 'OIDC_PERSON_UNKNOWN',
  });
  return { refusal: isUnverified ? UNVERIFIED : UNKNOWN };
}

async function findLinked(
  { db, now }: RequestContext,
  { issuer, subject }: Pick<OidcClaims, 'issuer' | 'subject'>,
): Promise<string | null> {
  const [identity] = await db.externalIdentity.updateManyAndReturn({
    where: { issuer, subject },
    data: { lastSignInAt: now() },
    select: { personId: true },
  });
  return identity?.personId ?? null;
}

async function linkByEmail(context: RequestContext, claims: OidcClaims): Promise<string | null> {
  const { db, now } = context;
  const { issuer, subject, email, isEmailVerified } = claims;
  // An address that nobody has shown to be theirs would open the account of whoever has it.
  if (!email || !isEmailVerified) return null;
  const person = await findByEmail(db, email);
  if (!person) return null;
  const by = author(context, { caller: null, actorName: person.displayName });
  const isLinked = await writeChanges(db, by, async ({ tx, create }) => {
    // Who signs in twice at once waits here, and is linked then.
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${person.id}::uuid FOR NO KEY UPDATE`;
    const who = { personId: person.id, issuer };
    // Whoever is linked to another subject of this issuer stays so: addresses pass from one to the next.
    if (await tx.externalIdentity.count({ where: { OR: [who, { issuer, subject }] } }))
      return false;
    const moments = { createdAt: now(), lastSignInAt: now() };
    await create(ACCESS_EVENTS.EXTERNAL_IDENTITY_LINKED, { ...who, subject, ...moments });
    return true;
  });
  return isLinked ? person.id : findLinked(context, claims);
}

async function findByEmail(db: Database, email: string) {
  const people = await db.person.findMany({
    where: { email: { in: [email, email.toLowerCase()] }, disabledAt: null, isDemo: false },
    take: 2,
  });
  return people.length === 1 ? people[0]! : null;
}
