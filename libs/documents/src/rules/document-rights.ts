import { may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from '@taizhang/platform/rules';
import { DOCUMENT_LIFE_CYCLE, type DocumentStatus } from './document-life-cycle.ts';

/** The places that a document belongs to. */
export interface DocumentPlaces {
  /** The bureau whose document it is. */
  organizationId: string;
  responsibleUnitId: string | null;
}

/** Whether the caller may change a document: in its bureau, or in the unit that maintains it. */
export const mayEditDocument = (caller: Caller, document: DocumentPlaces): boolean =>
  may(caller, 'document:edit', document.organizationId, document.responsibleUnitId);

/** Whether the caller may see a document by its own places; one that serves a visible item is visible too. */
export const isDocumentVisible = (caller: Caller, document: DocumentPlaces): boolean =>
  may(caller, 'document:read-all', document.organizationId) || mayEditDocument(caller, document);

/**
 * Why the caller may not edit a document now; null when they may.
 *
 * @param unitId the unit that is to maintain it: whoever gives a document to a unit has to have the right there.
 */
export function refuseEditDocument(
  document: DocumentPlaces & { status: DocumentStatus | null },
  caller: Caller,
  unitId: string | null = document.responsibleUnitId,
): Refusal | null {
  const after = { ...document, responsibleUnitId: unitId };
  if (![document, after].every((places) => mayEditDocument(caller, places)))
    return byPermission(NO_PERMISSION);
  return document.status && !DOCUMENT_LIFE_CYCLE.is('isEditable', document.status)
    ? byRule(
        'document-not-closed',
        '文件已废止或被替代，不能再修改',
        'The document is superseded or repealed: it stays as it is',
      )
    : null;
}
