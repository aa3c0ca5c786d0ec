import type { Prisma } from '@taizhang/platform';
import type { EventRow } from './trace-history.ts';

/** Everything that the demonstration writes, a list a table, before it is written. */
export interface DemoRows {
  organizations: Prisma.OrganizationCreateManyInput[];
  people: Prisma.PersonCreateManyInput[];
  roleAssignments: Prisma.RoleAssignmentCreateManyInput[];
  accounts: Prisma.AccountCreateManyInput[];
  rounds: Prisma.InspectionRoundCreateManyInput[];
  leadingGroup: Prisma.LeadingGroupMemberCreateManyInput[];
  plans: Prisma.RectificationPlanCreateManyInput[];
  areas: Prisma.FindingAreaCreateManyInput[];
  items: Prisma.RectificationItemCreateManyInput[];
  supportingUnits: Prisma.RectificationItemSupportingUnitCreateManyInput[];
  manifestations: Prisma.FindingManifestationCreateManyInput[];
  milestones: Prisma.MilestoneCreateManyInput[];
  measures: Prisma.CorrectiveMeasureCreateManyInput[];
  extensions: Prisma.ExtensionRequestCreateManyInput[];
  supervisions: Prisma.SupervisionCreateManyInput[];
  lookBackReviews: Prisma.LookBackReviewCreateManyInput[];
  lookBackSamples: Prisma.LookBackSampleCreateManyInput[];
  surveys: Prisma.SatisfactionSurveyCreateManyInput[];
  scorecards: Prisma.ScorecardCreateManyInput[];
  scorecardVersions: Prisma.ScorecardVersionCreateManyInput[];
  scorecardCriteria: Prisma.ScorecardCriterionCreateManyInput[];
  evaluations: Prisma.EffectivenessEvaluationCreateManyInput[];
  evaluationScores: Prisma.EvaluationScoreCreateManyInput[];
  storedFiles: Prisma.StoredFileCreateManyInput[];
  evidence: Prisma.EvidenceCreateManyInput[];
  documents: Prisma.InstitutionalDocumentCreateManyInput[];
  documentVersions: Prisma.DocumentVersionCreateManyInput[];
  documentActions: Prisma.DocumentActionCreateManyInput[];
  trainings: Prisma.TrainingCreateManyInput[];
  trainingSessions: Prisma.TrainingSessionCreateManyInput[];
  attendance: Prisma.TrainingAttendanceCreateManyInput[];
  biweeklyReports: (Prisma.BiweeklyReportCreateManyInput & {
    frozenById: string;
    frozenAt: Date;
  })[];
  biweeklyUnitReports: Prisma.BiweeklyUnitReportCreateManyInput[];
  biweeklyEntries: Prisma.BiweeklyEntryCreateManyInput[];
  biweeklySnapshotRows: Prisma.BiweeklySnapshotRowCreateManyInput[];
  events: EventRow[];
  /** Contents of the stored files, by SHA-256. */
  contents: Map<string, Uint8Array>;
}
