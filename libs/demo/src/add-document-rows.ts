import { measureIds } from './add-measure-rows.ts';
import { addStoredFile } from './add-stored-file.ts';
import { dateOf } from './china-time.ts';
import type { DemoDocument, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { contactOf } from './organizations-and-people.ts';
import { eventTime, traceHistory, type Step } from './trace-history.ts';

/** Adds the documents of a round to the bureau's register: what was done with each, and its versions. */
export function addDocumentRows(rows: DemoRows, round: DemoRound): void {
  for (const document of round.documents) {
    const key = `${round.organization}/${document.title}`;
    addDocument(rows, round, document, key);
    addActions(rows, round, document, key);
    addVersions(rows, document, key);
  }
}

function addDocument(rows: DemoRows, round: DemoRound, document: DemoDocument, key: string): void {
  const id = demoId('document', key);
  const measure = document.actions[0]?.measure;
  const { events, ...stamps } = traceHistory(
    {
      type: 'InstitutionalDocument',
      id,
      organization: round.organization,
      ...(measure && { itemId: measureIds(round, measure).itemId }),
    },
    documentSteps(document),
  );
  rows.documents.push({
    id,
    title: document.title,
    organizationId: demoId('organization', round.organization),
    responsibleUnitId: demoId('organization', document.unit),
    status: document.status,
    statusIsReported: document.reported ?? false,
    inForceOrdinal:
      document.status === 'IN_FORCE' ? (document.versions?.length ?? 0) || null : null,
    provenance: 'DEMO',
    provenanceNote: round.notes.records,
    ...stamps,
  });
  rows.events.push(...events);
}

/** A document whose versions are kept came in under revision; the last version put it in force. */
function documentSteps({ title, unit, status, actions, versions = [] }: DemoDocument): Step[] {
  const actor = contactOf(unit);
  const addedOn = versions[0]?.addedOn ?? actions[0]?.on;
  if (!addedOn) throw new Error(`The demo document ${title} was never touched`);
  const before = versions.length > 0 ? 'UNDER_REVISION' : status;
  return [
    { on: addedOn, type: 'DOCUMENT_ADDED', actor, after: { status: before, title } },
    ...versions.map((version, index) => ({
      on: version.addedOn,
      type: 'DOCUMENT_VERSION_ADDED',
      actor,
      after: {
        status: index === versions.length - 1 ? status : before,
        ordinal: index + 1,
        documentNumber: version.documentNumber,
      },
    })),
  ];
}

function addActions(rows: DemoRows, round: DemoRound, document: DemoDocument, key: string): void {
  document.actions.forEach(({ action, on, measure }, index) => {
    const place = measure && measureIds(round, measure);
    rows.documentActions.push({
      id: demoId('document-action', `${key}/${index + 1}`),
      documentId: demoId('document', key),
      action,
      actedOn: dateOf(on),
      itemId: place?.itemId ?? null,
      measureId: place?.measureId ?? null,
      provenance: 'DEMO',
    });
  });
}

function addVersions(rows: DemoRows, { versions = [] }: DemoDocument, key: string): void {
  versions.forEach(({ addedOn, documentNumber, issuedOn, effectiveOn, summary, text }, index) => {
    const createdAt = eventTime({}, { on: addedOn, type: 'DOCUMENT_VERSION_ADDED' });
    rows.documentVersions.push({
      id: demoId('document-version', `${key}/${index + 1}`),
      documentId: demoId('document', key),
      ordinal: index + 1,
      documentNumber,
      issuedOn: dateOf(issuedOn),
      effectiveOn: dateOf(effectiveOn),
      summary,
      text,
      fileId: addStoredFile(rows, text, createdAt).fileId,
      provenance: 'DEMO',
      createdAt,
    });
  });
}
