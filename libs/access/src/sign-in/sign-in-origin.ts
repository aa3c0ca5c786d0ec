import { createHash, randomBytes } from 'node:crypto';
import type { Database, RequestContext } from '@taizhang/platform';
import { rangeOf } from '../requests/trusted-transport.ts';
import { signInOf } from './sign-in-context.ts';

/** A device that was not used for so long is a new one. */
export const DEVICE_MS = 180 * 86_400_000;
/** The devices of an account that are known at a time. */
const DEVICES = 20;

/** From where an account is tried. */
export interface SignInOrigin {
  key: string;
  /** Whether somebody signed in to the account from this very device before. */
  isKnownDevice: boolean;
}

/** By what attempts are slowed; null for a device that is known: it has its own count. */
export const countedBy = ({ key, isKnownDevice }: SignInOrigin, name: string) =>
  isKnownDevice ? null : { range: key, name };

const deviceKey = (token: string) => `device:${createHash('sha256').update(token).digest('hex')}`;

/** The device that a request's cookie shows, when somebody signed in with it before; null for all else. */
export async function knownDevice(
  db: Pick<Database, 'signInOrigin'>,
  token: string | null,
): Promise<string | null> {
  if (!token) return null;
  const key = deviceKey(token);
  return (await db.signInOrigin.findFirst({ where: { origin: key } })) && key;
}

/**
 * From where whoever asks tries an account: the device where it signed in to that account before, else the range of
 * the address. Unknown names are looked up like known ones.
 */
export async function originOf(context: RequestContext, loginName: string): Promise<SignInOrigin> {
  const { db, address } = context;
  const { deviceToken } = signInOf(context);
  const device = deviceToken && deviceKey(deviceToken);
  const known = device
    ? await db.signInOrigin.findFirst({ where: { origin: device, account: { loginName } } })
    : null;
  return known
    ? { key: known.origin, isKnownDevice: true }
    : { key: `address:${rangeOf(address)}`, isKnownDevice: false };
}

/**
 * Remembers the device of whoever has just signed in to a local account, under a token made afresh: one that was
 * put there beforehand is worth nothing. Other accounts that signed in from the device stay known under the new one.
 */
export async function rememberDevice(context: RequestContext, personId: string): Promise<void> {
  const { db, now } = context;
  const signIn = signInOf(context);
  const account = await db.account.findUnique({ where: { personId }, select: { id: true } });
  if (!account) return;
  const token = randomBytes(32).toString('base64url');
  const origin = deviceKey(token);
  const { deviceToken } = signIn;
  await db.$transaction(async (tx) => {
    if (deviceToken)
      await tx.signInOrigin.updateMany({
        where: { origin: deviceKey(deviceToken) },
        data: { origin },
      });
    const own = { accountId: account.id, origin };
    const fresh = { failedAttempts: 0, lockedUntil: null, triedAt: now() };
    await tx.signInOrigin.upsert({
      where: { accountId_origin: own },
      create: { ...own, ...fresh },
      update: fresh,
    });
    const devices = { accountId: account.id, origin: { startsWith: 'device:' } };
    const kept = await tx.signInOrigin.findMany({
      where: devices,
      orderBy: { triedAt: 'desc' },
      take: DEVICES,
      select: { origin: true },
    });
    await tx.signInOrigin.deleteMany({
      where: { ...devices, NOT: { origin: { in: kept.map((one) => one.origin) } } },
    });
  });
  signIn.setDevice(token, new Date(now().getTime() + DEVICE_MS));
}
