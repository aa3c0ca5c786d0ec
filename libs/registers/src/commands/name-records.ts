import { isOrganizationReadable, reachedOrganizations } from '@taizhang/access/rules';
import { checkNamedOrganizations, checkNamedPeople } from '@taizhang/access/visibility';
import { visibleDocuments } from '@taizhang/documents/visibility';
import { NotFoundError, ValidationError, type CommandScope } from '@taizhang/platform';
import { refuseFileName, requiredLine } from '@taizhang/platform/rules';
import { visibleItems } from '@taizhang/rectification/visibility';
import { RECORD_TYPES, type ReferenceKind, type RegisterField } from '../rules/index.ts';
import { visibleEntries } from '../visible-registers.ts';

/**
 * What a record is called that a value newly names: the entry keeps it as it was called then.
 *
 * @param said the name that a file is given with.
 * @throws NotFoundError where there is none that the caller may see, TransitionError for somebody disabled.
 */
export async function nameRecord(
  scope: CommandScope,
  field: RegisterField,
  id: string,
  { organizationId, said }: { organizationId: string; said: unknown },
): Promise<string> {
  const kind = field.kind as ReferenceKind;
  const name = await NAMES[kind](scope, id, {
    organizationId,
    register: field.register ?? '',
    said,
  });
  if (name === null) throw new NotFoundError(RECORD_TYPES[kind]);
  return name;
}

interface Asked {
  organizationId: string;
  /** The key of the register whose entries may be named. */
  register: string;
  said: unknown;
}
type NameOf = (scope: CommandScope, id: string, asked: Asked) => Promise<string | null>;

const NAMES: Record<ReferenceKind, NameOf> = {
  PERSON: async ({ tx, caller }, id) => {
    const reached = reachedOrganizations(caller);
    const where = { id, ...(reached && { organizationId: { in: [...reached] } }) };
    const person = await tx.person.findFirst({ where });
    await checkNamedPeople(tx, [person?.id]);
    return person && person.displayName;
  },
  ORGANIZATION: async ({ tx, caller }, id, { organizationId }) => {
    const [found, bureau] = await Promise.all(
      [id, organizationId].map((one) => tx.organization.findUnique({ where: { id: one } })),
    );
    // Units of one bureau work together: each may name another.
    const isOfTheBureau = found?.path.startsWith(bureau!.path);
    if (!found || !(isOfTheBureau || isOrganizationReadable(caller, found))) return null;
    await checkNamedOrganizations(tx, [id]);
    return found.name;
  },
  ITEM: async ({ tx, caller }, id) => {
    const item = await tx.rectificationItem.findFirst({
      where: { id, AND: [visibleItems(caller)] },
    });
    return item && item.code;
  },
  DOCUMENT: async ({ tx, caller }, id) => {
    const where = { id, AND: [visibleDocuments(caller)] };
    const document = await tx.institutionalDocument.findFirst({ where });
    return document && document.title;
  },
  FILE: async ({ tx }, id, { said }) => {
    const file = await tx.storedFile.findUnique({ where: { id } });
    if (!file) return null;
    const { data } = requiredLine(200).safeParse(said);
    const refusal = data ? refuseFileName(data, file.mediaType) : null;
    if (refusal) throw new ValidationError([{ path: ['values'], message: refusal }]);
    return data ?? '附件';
  },
  ENTRY: async ({ tx, caller }, id, { organizationId, register }) => {
    const entry = await tx.registerEntry.findFirst({
      where: { id, register: { key: register, organizationId }, AND: [visibleEntries(caller)] },
    });
    return entry && entry.title;
  },
};
