import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { fromDay, type Caller, type Database, type RequestContext } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { grantAt } from './load-caller.ts';
import { ROLES } from './rules/index.ts';

/** How old `lastUsedAt` may grow before a request renews it: a write for every read would be waste. */
const USED_STEP_MS = 60_000;

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** A new token and the hash that is kept of it. It is long and random: a plain hash gives nothing away. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = `tzc_${randomBytes(32).toString('base64url')}`;
  return { token, tokenHash: sha256(token).toString('hex') };
}

/** Tokens made by a request, by client: they are in its answer and nowhere else. */
const issued = new WeakMap<object, Map<string, string>>();

/** Keeps a new token for the answer of its own request. */
export const issueToken = (context: RequestContext, clientId: string, token: string): void =>
  void issued.set(context, new Map([...(issued.get(context) ?? []), [clientId, token]]));

/** The token of a client if this very request made it. */
export const issuedToken = (context: RequestContext, clientId: string): string | null =>
  issued.get(context)?.get(clientId) ?? null;

/** A token with every right at the root of the tree, and under what name the log tells of its use. */
export interface AdminToken {
  token: string;
  name: string;
}

/**
 * Who a bearer token stands for; null when it is unknown, expired or disabled.
 *
 * @param operator who uses the token, as far as the tool knows: it is taken for what it says, as whoever has the token may do
 *   everything anyway.
 * @param adminTokens `HUB_ADMIN_TOKEN` and the token that tools on this machine read from the data folder.
 */
export async function resumeApiClient(
  db: Database,
  token: string,
  { adminTokens, operator }: { adminTokens: readonly AdminToken[]; operator: string | null },
  now: Date,
): Promise<Caller | null> {
  const hash = sha256(token);
  const admin = adminTokens.find(({ token: known }) => timingSafeEqual(sha256(known), hash));
  if (admin) return automation(db, operator ? nameBoth(admin.name, operator) : admin.name);
  const client = await db.apiClient.findUnique({
    where: { tokenHash: hash.toString('hex') },
    include: { organization: { select: { id: true, path: true, parentId: true } } },
  });
  if (!client || client.disabledAt || isExpired(client, now)) return null;
  await noteUse(db, client, now);
  return {
    key: `client:${client.id}`,
    name: client.name,
    personId: null,
    isDemo: false,
    organizationId: client.organizationId,
    grants: [await grantAt(db, client.role, client.organization)],
    client: { id: client.id, scopes: client.scopes },
  };
}

/** Whether a client's last day is over. */
export const isExpired = ({ expiresOn }: { expiresOn: Date }, now: Date): boolean =>
  fromDay(expiresOn)! < todayInShanghai(now);

async function noteUse(
  db: Database,
  { id, lastUsedAt }: { id: string; lastUsedAt: Date | null },
  now: Date,
) {
  const before = new Date(now.getTime() - USED_STEP_MS);
  if (lastUsedAt && lastUsedAt > before) return;
  // Neither the version nor `updatedAt` moves: nobody changed the client.
  await db.$executeRaw`
    UPDATE "ApiClient" SET "lastUsedAt" = ${now}
    WHERE "id" = ${id}::uuid AND ("lastUsedAt" IS NULL OR "lastUsedAt" <= ${before})`;
}

/** "中文 / English", with somebody named in both. */
const nameBoth = (name: string, who: string) => {
  const [chinese, english] = name.split(' / ');
  return `${chinese}（${who}） / ${english} (${who})`;
};

async function automation(db: Database, name: string): Promise<Caller> {
  const root = await db.organization.findFirst({
    where: { parentId: null },
    orderBy: { path: 'asc' },
    select: { id: true, path: true },
  });
  return {
    key: 'client:automation',
    name,
    personId: null,
    isDemo: false,
    organizationId: root?.id ?? '',
    grants: ROLES.map((role) => ({
      role,
      organizationId: root?.id ?? '',
      path: root?.path ?? '',
      organizationIds: null,
    })),
  };
}
