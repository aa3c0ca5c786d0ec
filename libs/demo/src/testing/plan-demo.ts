import type { Row } from '@taizhang/platform';
import { foldEvents } from '@taizhang/platform/rules';
import { planWrites, type LedgerModel } from '@taizhang/platform/past';
import { buildDemoPast } from '../build-demo-past.ts';

/** The demonstration as it will be stored, without a database. */
export function planDemo() {
  const { writes, contents } = buildDemoPast();
  const plan = planWrites(writes);
  const planned = <Model extends LedgerModel>(model: Model) => [
    ...(plan.rows.get(model)?.values() ?? []),
  ];
  const rows = <Model extends LedgerModel>(model: Model) =>
    planned(model).map(({ row }) => row as unknown as Row<Model>);
  return {
    organizations: rows('Organization'),
    people: rows('Person'),
    roleAssignments: rows('RoleAssignment'),
    accounts: rows('Account'),
    rounds: rows('InspectionRound'),
    leadingGroup: rows('LeadingGroupMember'),
    plans: rows('RectificationPlan'),
    areas: rows('FindingArea'),
    items: rows('RectificationItem'),
    supportingUnits: planned('RectificationItem').flatMap(({ row, lists }) =>
      (lists['supportingUnits'] as string[]).map((organizationId) => ({
        itemId: row['id'],
        organizationId,
      })),
    ),
    manifestations: rows('FindingManifestation'),
    milestones: rows('Milestone'),
    measures: rows('CorrectiveMeasure'),
    extensions: rows('ExtensionRequest'),
    supervisions: rows('Supervision'),
    lookBackReviews: rows('LookBackReview'),
    lookBackSamples: rows('LookBackSample'),
    surveys: rows('SatisfactionSurvey'),
    scorecards: rows('Scorecard'),
    scorecardVersions: rows('ScorecardVersion'),
    scorecardCriteria: rows('ScorecardCriterion'),
    evaluations: rows('EffectivenessEvaluation'),
    evaluationScores: planned('EffectivenessEvaluation').flatMap(
      ({ lists }) => lists['scores'] as { score: number; comment: string | null }[],
    ),
    storedFiles: rows('StoredFile'),
    evidence: rows('Evidence'),
    documents: rows('InstitutionalDocument'),
    documentVersions: rows('DocumentVersion'),
    documentActions: rows('DocumentAction'),
    trainings: rows('Training'),
    trainingSessions: rows('TrainingSession'),
    attendance: rows('TrainingAttendance'),
    biweeklyReports: rows('BiweeklyReport'),
    biweeklyUnitReports: rows('BiweeklyUnitReport'),
    biweeklyEntries: rows('BiweeklyEntry'),
    biweeklySnapshotRows: rows('BiweeklySnapshotRow'),
    mechanisms: rows('StandingMechanism'),
    occurrences: rows('MechanismOccurrence'),
    businessFacts: rows('BusinessFact'),
    events: plan.events.map(({ event, told }) => ({
      ...event,
      occurredAt: told.now,
      actorPersonId: told.caller?.personId ?? null,
    })),
    contents,
  };
}

type DemoEvent = ReturnType<typeof planDemo>['events'][number];

/** What folding a row's first events gives, after each of them. */
export const statesOf = (events: readonly DemoEvent[]) =>
  events.map((_, at) => foldEvents(events.slice(0, at + 1)) ?? {});
