import { addAssessmentRows } from './add-assessment-rows.ts';
import { addBiweeklyRows } from './add-biweekly-rows.ts';
import { addDocumentRows } from './add-document-rows.ts';
import { addEvidenceRows } from './add-evidence-rows.ts';
import { addFollowUpRows } from './add-follow-up-rows.ts';
import { addItemRows } from './add-item-rows.ts';
import { addOrganizationRows } from './add-organization-rows.ts';
import { addRoundRows } from './add-round-rows.ts';
import { addTrainingRows } from './add-training-rows.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { minhangRound } from './minhang-round.ts';
import { modelBureauRound } from './model-bureau-round.ts';

/** Builds every row of the demonstration; pure, and the same at each call. */
export function buildDemoRows(): DemoRows {
  const rows = noRows();
  addOrganizationRows(rows);
  for (const round of [minhangRound, modelBureauRound]) {
    addRoundRows(rows, round);
    addItemRows(rows, round);
    addFollowUpRows(rows, round);
    addAssessmentRows(rows, round);
    addEvidenceRows(rows, round);
    addDocumentRows(rows, round);
    addTrainingRows(rows, round);
  }
  addBiweeklyRows(rows, minhangRound);
  // The log is read in the order in which it was written.
  rows.events.sort((one, other) => one.occurredAt.getTime() - other.occurredAt.getTime());
  return rows;
}

const noRows = (): DemoRows => ({
  organizations: [],
  people: [],
  roleAssignments: [],
  accounts: [],
  rounds: [],
  leadingGroup: [],
  plans: [],
  areas: [],
  items: [],
  supportingUnits: [],
  manifestations: [],
  milestones: [],
  measures: [],
  extensions: [],
  supervisions: [],
  lookBackReviews: [],
  lookBackSamples: [],
  surveys: [],
  scorecards: [],
  scorecardVersions: [],
  scorecardCriteria: [],
  evaluations: [],
  evaluationScores: [],
  storedFiles: [],
  evidence: [],
  documents: [],
  documentVersions: [],
  documentActions: [],
  trainings: [],
  trainingSessions: [],
  attendance: [],
  biweeklyReports: [],
  biweeklyUnitReports: [],
  biweeklyEntries: [],
  biweeklySnapshotRows: [],
  events: [],
  contents: new Map(),
});
