import { measureIds } from './add-measure-rows.ts';
import { addStoredFile } from './add-stored-file.ts';
import type { DemoEvidence, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { contactOf } from './organizations-and-people.ts';
import { eventTime, traceHistory, type Step } from './trace-history.ts';

/** Adds the evidence of a round with the files behind it. */
export function addEvidenceRows(rows: DemoRows, round: DemoRound): void {
  for (const proof of round.evidence) addEvidence(rows, round, proof);
}

function addEvidence(rows: DemoRows, round: DemoRound, proof: DemoEvidence): void {
  const { measure, itemId, measureId } = measureIds(round, proof.measure);
  const uploadedOn = proof.uploadedOn ?? measure.days[1];
  if (!uploadedOn) throw new Error(`The demo evidence ${proof.fileName} has no day`);
  const decidedOn = proof.decidedOn ?? measure.days[2];
  const status = !decidedOn ? 'PENDING' : proof.rejection ? 'REJECTED' : 'ACCEPTED';
  const { fileName, description } = proof;
  const uploader = contactOf(measure.unit);
  const attached = { on: uploadedOn, type: 'EVIDENCE_ATTACHED' };
  const { fileId, sha256 } = addStoredFile(rows, proof.text, eventTime({}, attached));
  const id = demoId('evidence', `${round.code}/${proof.measure}/${fileName}`);
  const decision: Step[] = decidedOn
    ? [
        {
          on: decidedOn,
          type: `EVIDENCE_${status}`,
          actor: round.partyAffairs,
          after: { status, fileName },
          reason: proof.rejection,
        },
      ]
    : [];
  const { events, version, createdAt, updatedAt } = traceHistory(
    { type: 'Evidence', id, itemId, organization: round.organization },
    [{ ...attached, actor: uploader, after: { status: 'PENDING', fileName, sha256 } }, ...decision],
  );
  rows.evidence.push({
    id,
    fileId,
    itemId,
    measureId,
    fileName,
    description,
    status,
    uploadedById: demoId('person', uploader),
    uploadedAt: createdAt,
    decidedById: decidedOn ? demoId('person', round.partyAffairs) : null,
    decidedAt: decidedOn ? updatedAt : null,
    decisionReason: proof.rejection ?? null,
    provenance: 'DEMO',
    version,
  });
  rows.events.push(...events);
}
