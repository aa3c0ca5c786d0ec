import { DOCUMENT_EVENTS as EVENTS } from '@taizhang/documents/rules';
import { measureIds } from './add-measure-rows.ts';
import { addStoredFile } from './add-stored-file.ts';
import { dateOf } from './china-time.ts';
import type { DemoDocument, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';
import { contactOf, type PersonKey } from './organizations-and-people.ts';

/** Adds the documents of a round to the bureau's register: what was done with each, and its versions. */
export function addDocumentRows(past: DemoPast, round: DemoRound): void {
  for (const document of round.documents) {
    const key = `${round.organization}/${document.title}`;
    const by = contactOf(document.unit);
    addDocument(past, round, document, key);
    addActions(past, round, document, { key, by });
    addVersions(past, document, { key, by });
  }
}

/** A document whose versions are kept came in under revision; the last version put it in force. */
function addDocument(past: DemoPast, round: DemoRound, document: DemoDocument, key: string): void {
  const { title, unit, status, actions, versions = [] } = document;
  const addedOn = versions[0]?.addedOn ?? actions[0]?.on;
  if (!addedOn) throw new Error(`The demo document ${title} was never touched`);
  past.make(
    EVENTS.DOCUMENT_ADDED,
    {
      id: demoId('document', key),
      title,
      organizationId: demoId('organization', round.organization),
      responsibleUnitId: demoId('organization', unit),
      status: versions.length > 0 ? 'UNDER_REVISION' : status,
      statusIsReported: document.reported ?? false,
      provenance: 'DEMO',
      provenanceNote: round.notes.records,
    },
    { on: addedOn, by: contactOf(unit) },
  );
}

interface Named {
  key: string;
  by: PersonKey;
}

function addActions(
  past: DemoPast,
  round: DemoRound,
  { actions }: DemoDocument,
  { key, by }: Named,
) {
  actions.forEach(({ action, on, measure }, index) => {
    const place = measure && measureIds(round, measure);
    past.make(
      EVENTS.DOCUMENT_ACTION_RECORDED,
      {
        id: demoId('document-action', `${key}/${index + 1}`),
        documentId: demoId('document', key),
        action,
        actedOn: dateOf(on),
        itemId: place?.itemId ?? null,
        measureId: place?.measureId ?? null,
        provenance: 'DEMO',
      },
      { on, by },
    );
  });
}

function addVersions(past: DemoPast, document: DemoDocument, { key, by }: Named): void {
  const { versions = [], status } = document;
  const documentId = demoId('document', key);
  versions.forEach(({ addedOn, documentNumber, issuedOn, effectiveOn, summary, text }, index) => {
    const ordinal = index + 1;
    const step: Step = { on: addedOn, by, with: EVENTS.DOCUMENT_VERSION_ADDED };
    past.make(
      EVENTS.DOCUMENT_VERSION_ADDED,
      {
        id: demoId('document-version', `${key}/${ordinal}`),
        documentId,
        ordinal,
        documentNumber,
        issuedOn: dateOf(issuedOn),
        effectiveOn: dateOf(effectiveOn),
        summary,
        text,
        fileId: addStoredFile(past, text, step),
        provenance: 'DEMO',
      },
      step,
    );
    if (ordinal === versions.length && status === 'IN_FORCE')
      past.change(EVENTS.DOCUMENT_IN_FORCE, documentId, { status, inForceOrdinal: ordinal }, step);
  });
}
