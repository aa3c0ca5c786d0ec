import { createHash } from 'node:crypto';
import { ACCESS_EVENTS, may, NO_PERMISSION } from '@taizhang/access/rules';
import {
  createStep,
  ForbiddenError,
  newKey,
  ValidationError,
  type Caller,
  type Prisma,
  type RowStep,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';

/** The organization that a notice is about; `isNew` when importing has to add it. */
export interface NoticeOrganization {
  id: string;
  code: string;
  name: string;
  isNew: boolean;
  /** Where one must be allowed to import: itself, or the root below which it is added; null where there is none. */
  placeId: string | null;
}

/** What follows an organization's name when its Party group is meant. */
const PARTY_BODY = /(?:党组|党委|党总支|党工委|党支部)$/;

/**
 * Finds the organization by its code, or by the name in the text; one that is new to the hub is
 * made as a bureau below the root.
 *
 * @throws ValidationError when neither names one, ForbiddenError where the caller may not import.
 */
export async function findOrganization(
  db: Prisma.TransactionClient,
  caller: Caller,
  { code, name }: { code: string | null; name: string | null },
): Promise<NoticeOrganization> {
  const bareName = name?.replace(/^中共/, '').replace(PARTY_BODY, '') ?? null;
  const found = code
    ? await db.organization.findUnique({ where: { code } })
    : bareName &&
      (await db.organization.findFirst({ where: { name: bareName }, orderBy: { path: 'asc' } }));
  if (found) {
    if (!may(caller, 'notice:import', found.id)) throw new ForbiddenError(NO_PERMISSION);
    return { id: found.id, code: found.code, name: found.name, isNew: false, placeId: found.id };
  }
  if (code || !bareName) throw namesNone(code);
  const root = await db.organization.findFirst({
    where: { parentId: null },
    orderBy: { path: 'asc' },
  });
  if (root ? !may(caller, 'notice:import', root.id) : !caller.grants.length)
    throw new ForbiddenError(NO_PERMISSION);
  const digest = createHash('sha256').update(bareName).digest('hex').slice(0, 6).toUpperCase();
  const placeId = root?.id ?? null;
  return { id: newKey(), code: `ORG-${digest}`, name: bareName, isNew: true, placeId };
}

/** Adds a bureau that the hub did not know, and the root above it where there is none yet. */
export async function planOrganization(
  tx: Prisma.TransactionClient,
  { id, code, name }: NoticeOrganization,
): Promise<RowStep[]> {
  const found = await tx.organization.findFirst({
    where: { parentId: null },
    orderBy: { path: 'asc' },
    select: { id: true, path: true },
  });
  const root = found ?? { id: newKey(), path: 'ROOT/' };
  const { ORGANIZATION_ADDED } = ACCESS_EVENTS;
  return [
    ...(found
      ? []
      : [
          createStep(ORGANIZATION_ADDED, {
            ...root,
            code: 'ROOT',
            name: '本级 This district',
            kind: 'DISTRICT',
          }),
        ]),
    createStep(ORGANIZATION_ADDED, {
      id,
      code,
      name,
      kind: 'BUREAU',
      parentId: root.id,
      path: `${root.path}${code}/`,
    }),
  ];
}

const namesNone = (code: string | null) =>
  new ValidationError([
    {
      path: ['organizationCode'],
      message: code
        ? bilingual(`没有代码为 ${code} 的组织`, `There is no organization with the code ${code}`)
        : bilingual(
            '文中没有写明被巡察单位，请指定组织代码',
            'The text does not name the inspected organization: give its code',
          ),
    },
  ]);
