import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@taizhang/platform';
import type { SetUpToken } from './sign-in-context.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/**
 * The one-time token of an empty hub's first set-up, kept in the data folder until it is spent: a
 * hub that starts again before prints the same link.
 *
 * @returns `token` null when the hub has an organization already.
 */
export async function openSetUp(
  db: Database,
  dataDir: string,
): Promise<SetUpToken & { token: string | null }> {
  const file = join(dataDir, 'set-up.token');
  const isEmpty = async () => (await db.organization.findFirst({ select: { id: true } })) === null;
  if (!(await isEmpty())) rmSync(file, { force: true });
  else if (!existsSync(file))
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 });
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
  let token = kept;
  return {
    token: kept,
    isRight: (given) => token !== null && timingSafeEqual(sha256(token), sha256(given)),
    isPending: async () => token !== null && (await isEmpty()),
    spend: () => {
      token = null;
      rmSync(file, { force: true });
    },
  };
}
