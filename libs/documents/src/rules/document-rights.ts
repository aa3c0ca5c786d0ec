import { may } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';

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
