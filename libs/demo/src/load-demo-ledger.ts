import { sealEvents, type Prisma } from '@taizhang/platform';
import { buildDemoRows } from './build-demo-rows.ts';
import type { DemoRows } from './demo-rows.type.ts';

/** Where the bytes of a file go, by their SHA-256. */
export type StoreFile = (sha256: string, bytes: Uint8Array) => Promise<void>;

/**
 * Loads the demonstration ledger into an empty database: the Minhang culture and tourism bureau's
 * rectification, and a small invented bureau beside it.
 *
 * Nothing goes to the outbox: what is older than the hub is no news to anybody. The caller opens
 * the transaction, so that a ledger is there in whole or not at all.
 */
export async function loadDemoLedger(
  tx: Prisma.TransactionClient,
  { storeFile }: { storeFile: StoreFile },
): Promise<void> {
  const rows = buildDemoRows();
  // Bytes first: a file without a row is litter, a row without its file is a broken promise.
  await Promise.all([...rows.contents].map(([sha256, bytes]) => storeFile(sha256, bytes)));

  await tx.organization.createMany({ data: rows.organizations });
  await tx.person.createMany({ data: rows.people });
  await tx.roleAssignment.createMany({ data: rows.roleAssignments });
  await tx.account.createMany({ data: rows.accounts });

  await tx.inspectionRound.createMany({ data: rows.rounds });
  await tx.leadingGroupMember.createMany({ data: rows.leadingGroup });
  await tx.rectificationPlan.createMany({ data: rows.plans });
  await tx.findingArea.createMany({ data: rows.areas });
  await tx.rectificationItem.createMany({ data: rows.items });
  await tx.rectificationItemSupportingUnit.createMany({ data: rows.supportingUnits });
  await tx.findingManifestation.createMany({ data: rows.manifestations });
  await tx.milestone.createMany({ data: rows.milestones });
  await tx.correctiveMeasure.createMany({ data: rows.measures });
  await tx.extensionRequest.createMany({ data: rows.extensions });
  await tx.supervision.createMany({ data: rows.supervisions });
  await tx.lookBackReview.createMany({ data: rows.lookBackReviews });
  await tx.lookBackSample.createMany({ data: rows.lookBackSamples });
  await tx.satisfactionSurvey.createMany({ data: rows.surveys });
  await tx.scorecard.createMany({ data: rows.scorecards });
  await tx.scorecardVersion.createMany({ data: rows.scorecardVersions });
  await tx.scorecardCriterion.createMany({ data: rows.scorecardCriteria });
  await tx.effectivenessEvaluation.createMany({ data: rows.evaluations });
  await tx.evaluationScore.createMany({ data: rows.evaluationScores });

  await tx.storedFile.createMany({ data: rows.storedFiles });
  await tx.evidence.createMany({ data: rows.evidence });
  await tx.institutionalDocument.createMany({ data: rows.documents });
  await tx.documentVersion.createMany({ data: rows.documentVersions });
  await tx.documentAction.createMany({ data: rows.documentActions });
  await tx.training.createMany({ data: rows.trainings });
  await tx.trainingSession.createMany({ data: rows.trainingSessions });
  await tx.trainingAttendance.createMany({ data: rows.attendance });

  await loadBiweeklyReports(tx, rows);

  await tx.event.createMany({ data: rows.events });
  await sealEvents(tx);
}

/** Reports are frozen last: to a frozen one the database lets nobody add rows. */
async function loadBiweeklyReports(tx: Prisma.TransactionClient, rows: DemoRows): Promise<void> {
  await tx.biweeklyReport.createMany({
    data: rows.biweeklyReports.map((report) => ({
      ...report,
      status: 'COMPILED' as const,
      frozenById: null,
      frozenAt: null,
    })),
  });
  await tx.biweeklyUnitReport.createMany({ data: rows.biweeklyUnitReports });
  await tx.biweeklyEntry.createMany({ data: rows.biweeklyEntries });
  await tx.biweeklySnapshotRow.createMany({ data: rows.biweeklySnapshotRows });
  for (const { id, frozenById, frozenAt } of rows.biweeklyReports)
    await tx.biweeklyReport.update({
      where: { id: id! },
      data: { status: 'FROZEN', frozenById, frozenAt },
    });
}
