import { createHash, timingSafeEqual } from 'node:crypto';
import type { Caller, Database } from '@taizhang/platform';
import { grantAt } from './load-caller.ts';
import { ROLES } from './rules/index.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * Who a bearer token stands for.
 *
 * @param adminTokens tokens with every right at the root of the tree: `HUB_ADMIN_TOKEN` and the
 *   token that tools on this machine read from the data folder.
 */
export async function resumeApiClient(
  db: Database,
  token: string,
  adminTokens: readonly string[],
): Promise<Caller | null> {
  const hash = sha256(token);
  if (adminTokens.some((admin) => timingSafeEqual(sha256(admin), hash))) return automation(db);
  const client = await db.apiClient.findUnique({
    where: { tokenHash: hash.toString('hex') },
    include: { organization: { select: { id: true, path: true, parentId: true } } },
  });
  if (!client || client.disabledAt) return null;
  return {
    key: `client:${client.id}`,
    name: client.name,
    personId: null,
    isDemo: false,
    organizationId: client.organizationId,
    grants: [await grantAt(db, client.role, client.organization)],
  };
}

async function automation(db: Database): Promise<Caller> {
  const root = await db.organization.findFirst({
    where: { parentId: null },
    orderBy: { path: 'asc' },
  });
  return {
    key: 'client:automation',
    name: '自动化 / Automation',
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
