import { RECTIFICATION_EVENTS as EVENTS } from '@taizhang/rectification/rules';
import { measureIds } from './add-measure-rows.ts';
import { addStoredFile } from './add-stored-file.ts';
import type { DemoEvidence, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { momentIn, type DemoPast, type Step } from './demo-past.ts';
import { contactOf } from './organizations-and-people.ts';

/** Adds the evidence of a round with the files behind it. */
export function addEvidenceRows(past: DemoPast, round: DemoRound): void {
  for (const proof of round.evidence) addEvidence(past, round, proof);
}

function addEvidence(past: DemoPast, round: DemoRound, proof: DemoEvidence): void {
  const { measure, itemId, measureId } = measureIds(round, proof.measure);
  const uploadedOn = proof.uploadedOn ?? measure.days[1];
  if (!uploadedOn) throw new Error(`The demo evidence ${proof.fileName} has no day`);
  const { fileName, description, text, rejection } = proof;
  const uploader = contactOf(measure.unit);
  const attached: Step = { on: uploadedOn, by: uploader, with: EVENTS.EVIDENCE_ATTACHED };
  const id = demoId('evidence', `${round.code}/${proof.measure}/${fileName}`);
  past.make(
    EVENTS.EVIDENCE_ATTACHED,
    {
      id,
      fileId: addStoredFile(past, text, attached),
      itemId,
      measureId,
      fileName,
      description,
      uploadedById: demoId('person', uploader),
      provenance: 'DEMO',
    },
    attached,
  );
  const decidedOn = proof.decidedOn ?? measure.days[2];
  if (!decidedOn) return;
  const event = rejection ? EVENTS.EVIDENCE_REJECTED : EVENTS.EVIDENCE_ACCEPTED;
  const decided: Step = { on: decidedOn, by: round.partyAffairs, reason: rejection };
  past.change(
    event,
    id,
    {
      status: rejection ? 'REJECTED' : 'ACCEPTED',
      decidedById: demoId('person', round.partyAffairs),
      decidedAt: momentIn(event, decided),
      decisionReason: rejection ?? null,
    },
    decided,
  );
}
