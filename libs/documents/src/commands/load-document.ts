import { fromDay, NotFoundError, type CommandScope, type Prisma } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import type { DocumentState } from '../rules/index.ts';
import { visibleDocuments } from '../visible-documents.ts';

/** The columns that the rules of a document's life cycle read. */
export const DOCUMENT_STATE = {
  organizationId: true,
  responsibleUnitId: true,
  status: true,
  statusIsReported: true,
  draftedById: true,
  inForceOrdinal: true,
  versions: {
    select: {
      id: true,
      ordinal: true,
      documentNumber: true,
      issuedOn: true,
      effectiveOn: true,
      text: true,
      fileId: true,
      authoredById: true,
    },
    orderBy: { ordinal: 'desc' },
    take: 1,
  },
} as const satisfies Prisma.InstitutionalDocumentSelect;

type Stored = Prisma.InstitutionalDocumentGetPayload<{ select: typeof DOCUMENT_STATE }>;

/** A stored document as the rules read it. */
export function documentState({ versions, ...document }: Stored, now: Date): DocumentState {
  const [newest] = versions;
  return {
    ...document,
    newestVersion: newest
      ? {
          ordinal: newest.ordinal,
          documentNumber: newest.documentNumber,
          issuedOn: fromDay(newest.issuedOn),
          effectiveOn: fromDay(newest.effectiveOn),
          hasContent: Boolean(newest.text || newest.fileId),
          authoredById: newest.authoredById,
        }
      : null,
    today: todayInShanghai(now),
  };
}

/**
 * Locks and loads a document that the caller may see, with its state: while one of its versions changes,
 * nobody else changes them.
 *
 * @throws NotFoundError
 */
export async function loadDocument({ tx, caller, now }: CommandScope, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "InstitutionalDocument" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const document = await tx.institutionalDocument.findFirst({
    where: { id, AND: [visibleDocuments(caller)] },
    include: { versions: DOCUMENT_STATE.versions },
  });
  if (!document) throw new NotFoundError('InstitutionalDocument');
  return { document, state: documentState(document, now) };
}

/** Makes sure that a file was uploaded. @throws NotFoundError */
export async function checkFile({ tx }: CommandScope, fileId: string | null | undefined) {
  if (fileId && !(await tx.storedFile.count({ where: { id: fileId } })))
    throw new NotFoundError('StoredFile');
}
