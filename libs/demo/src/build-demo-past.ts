import { addAssessmentRows } from './add-assessment-rows.ts';
import { addBiweeklyRows } from './add-biweekly-rows.ts';
import { addDocumentRows } from './add-document-rows.ts';
import { addEvidenceRows } from './add-evidence-rows.ts';
import { addFollowUpRows } from './add-follow-up-rows.ts';
import { addItemRows } from './add-item-rows.ts';
import { addMechanismRows } from './add-mechanism-rows.ts';
import { addOrganizationRows } from './add-organization-rows.ts';
import { addRegisterRows } from './add-register-rows.ts';
import { addRoundRows } from './add-round-rows.ts';
import { addTrainingRows } from './add-training-rows.ts';
import { emptyPast, type DemoPast } from './demo-past.ts';
import { minhangRound } from './minhang-round.ts';
import { modelBureauRound } from './model-bureau-round.ts';

/** Tells everything that happened in the demonstration; pure, and the same at each call. */
export function buildDemoPast(): DemoPast {
  const past = emptyPast();
  addOrganizationRows(past);
  for (const round of [minhangRound, modelBureauRound]) {
    addRoundRows(past, round);
    addItemRows(past, round);
    addFollowUpRows(past, round);
    addAssessmentRows(past, round);
    addEvidenceRows(past, round);
    addDocumentRows(past, round);
    addTrainingRows(past, round);
  }
  addBiweeklyRows(past, minhangRound);
  addMechanismRows(past, minhangRound);
  addRegisterRows(past);
  return past;
}
