import { NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from '@taizhang/platform/rules';
import {
  DOCUMENT_LIFE_CYCLE,
  isIssued,
  type DocumentState,
  type VersionState,
} from './document-life-cycle.ts';
import { mayEditDocument } from './document-rights.ts';

export const VERSION_STATUSES = ['DRAFT', 'ISSUED', 'IN_FORCE', 'SUPERSEDED', 'REPEALED'] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/** Where a version stands: it binds from the day that the document comes in force by it, until the next does. */
export function versionStatus(
  version: Pick<VersionState, 'ordinal' | 'documentNumber' | 'issuedOn'>,
  { status, inForceOrdinal }: Pick<DocumentState, 'status' | 'inForceOrdinal'>,
): VersionStatus {
  if (!isIssued(version)) return 'DRAFT';
  const place = version.ordinal - (inForceOrdinal ?? 0);
  if (place < 0) return 'SUPERSEDED';
  if (status === 'REPEALED' || (place === 0 && status === 'SUPERSEDED')) return status;
  return place === 0 ? 'IN_FORCE' : 'ISSUED';
}

/** Whether the hub knows the status only by hearsay: it then takes papers as they come. */
const isHearsay = ({ status, statusIsReported }: DocumentState) =>
  status === null || statusIsReported;

/** Why the caller may not add a version now; null when they may. */
export function refuseAddVersion(document: DocumentState, caller: Caller): Refusal | null {
  if (!mayEditDocument(caller, document)) return byPermission(NO_PERMISSION);
  return isHearsay(document) || document.status === 'PROPOSED' || document.status === 'DRAFTING'
    ? null
    : byRule(
        'document-being-drafted',
        '起草中的文件才能新增版本，请先启动修订或退回起草',
        'A version is added while it is drafted: start a revision or send it back first',
      );
}

/** Refuses to enter a number or a day of issue for a document that takes the hub's own steps. */
export const refuseUnapprovedPapers = (
  document: DocumentState,
  papers: { documentNumber?: string | null | undefined; issuedOn?: string | null | undefined },
): Refusal | null =>
  isHearsay(document) || !(papers.documentNumber || papers.issuedOn)
    ? null
    : byRule(
        'issue-follows-approval',
        '文号和印发日期在审批后印发时登记',
        'Number and day are recorded when it is issued after its approval',
      );

/** Whether papers make true what is known by hearsay: number, day and file are there. */
export const confirmsReport = (
  document: DocumentState,
  papers: {
    documentNumber?: string | null | undefined;
    issuedOn?: string | null | undefined;
    fileId?: string | null | undefined;
  },
): boolean =>
  isHearsay(document) && Boolean(papers.documentNumber && papers.issuedOn && papers.fileId);

/** Whether papers issue the document; one whose issue lies behind it already stays where it is. */
export const isIssuedByPapers = ({ status }: DocumentState): boolean =>
  DOCUMENT_LIFE_CYCLE.steps.confirmReportedDocument.from.includes(status ?? 'PROPOSED');
