import type { Prisma } from '../database/generated/client/client.ts';
import { ValidationError } from '../errors/domain-errors.ts';
import { bilingual } from '../rules/bilingual.ts';
import type { LedgerModel, Row } from './ledger-model.ts';
import { tableOf, type Columns } from './table-of.ts';

/** How many rows of a kind stand under one record at most, where it lists them whole. */
export const MOST_LISTED = 1_000;

/** What a record lists whole and not in pages, by the column that names the record. */
export const LISTED_WHOLE: { readonly [Model in LedgerModel]?: readonly (keyof Row<Model>)[] } = {
  Organization: ['parentId'],
  RoleAssignment: ['personId'],
  ExternalRef: ['subjectId'],
  FindingArea: ['roundId'],
  LeadingGroupMember: ['roundId'],
  RectificationPlan: ['roundId'],
  PublicNotice: ['roundId'],
  PublicNoticeOmission: ['noticeId'],
  LookBackReview: ['roundId'],
  LookBackSample: ['reviewId', 'itemId'],
  SatisfactionSurvey: ['roundId'],
  EffectivenessEvaluation: ['roundId'],
  ScorecardVersion: ['scorecardId'],
  ScorecardCriterion: ['scorecardVersionId'],
  RectificationItem: ['areaId'],
  FindingManifestation: ['itemId'],
  Milestone: ['itemId'],
  CorrectiveMeasure: ['itemId'],
  ExtensionRequest: ['itemId'],
  Supervision: ['itemId'],
  DocumentVersion: ['documentId'],
  ConsultationDraft: ['documentId'],
  DocumentAction: ['documentId', 'itemId', 'measureId'],
  Training: ['itemId', 'measureId'],
  TrainingSession: ['trainingId'],
  TrainingAttendance: ['sessionId'],
  RegisterVersion: ['registerId'],
};

const FULL = bilingual(
  `其下同类记录已满 ${MOST_LISTED} 条，不能再增加`,
  `It has ${MOST_LISTED} of them already: no more can be added`,
);

/**
 * Keeps short what a record lists whole; asked after rows were written.
 *
 * @param columns those written; of others nothing moved.
 * @throws ValidationError naming the column whose record has too many.
 */
export async function checkListed(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  rows: readonly Columns[],
  columns: Columns,
): Promise<void> {
  for (const column of LISTED_WHOLE[model] ?? []) {
    if (!(column in columns)) continue;
    const owners = new Set(rows.map((row) => row[column]).filter((owner) => owner !== null));
    const table = tableOf(tx, model);
    const count = (among: unknown[]) => table.count({ where: { [column]: { in: among } } });
    if (!owners.size || (await count([...owners])) <= MOST_LISTED) continue;
    for (const owner of owners)
      if ((await count([owner])) > MOST_LISTED)
        throw new ValidationError([{ path: [column], message: FULL }]);
  }
}
