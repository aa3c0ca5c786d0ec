import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoItem, person } from './harness/ledger.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const [CONTACT, VERIFIER, PARTY] = [
  person('contact-office'),
  person('inspection-verify'),
  person('party-affairs'),
];
const ITEM = `WHERE "id" = '${demoItem('1.1')}'`;
const OPEN_ITEM = `WHERE "id" = (SELECT "id" FROM "RectificationItem" WHERE "status" = 'IN_PROGRESS' LIMIT 1)`;
const ONE = (table: string, where = 'TRUE') =>
  `WHERE "id" = (SELECT "id" FROM "${table}" WHERE ${where} LIMIT 1)`;

/** Statements that the database itself must refuse, with what it says. */
const REFUSED: [string, string][] = [
  [
    'UPDATE "Event" SET "reason" = \'x\' WHERE "id" = (SELECT min("id") FROM "Event")',
    'events are only ever appended',
  ],
  [
    'DELETE FROM "Event" WHERE "id" = (SELECT max("id") FROM "Event")',
    'events are only ever appended',
  ],
  ['TRUNCATE "Event" CASCADE', 'events are only ever appended'],
  [
    `UPDATE "RectificationItem" SET "submittedById" = '${VERIFIER}', "closedById" = '${VERIFIER}' ${ITEM}`,
    'RectificationItem_four_eyes',
  ],
  [
    `UPDATE "RectificationItem" SET "status" = 'CLOSED', "closedOn" = NULL ${OPEN_ITEM}`,
    'RectificationItem_closed_has_its_day',
  ],
  [
    `UPDATE "RectificationItem" SET "closedOn" = now() ${OPEN_ITEM}`,
    'RectificationItem_closed_has_its_day',
  ],
  [
    `UPDATE "RectificationItem" SET "leadLeaderId" = NULL ${OPEN_ITEM}`,
    'RectificationItem_assigned_has_a_leader',
  ],
  [
    `UPDATE "RectificationItem" SET "dueOn" = NULL ${OPEN_ITEM}`,
    'RectificationItem_keeps_its_first_due_date',
  ],
  [
    `UPDATE "RectificationItem" SET "status" = 'LONG_TERM', "reviewOn" = NULL ${OPEN_ITEM}`,
    'RectificationItem_long_term_has_a_review',
  ],
  [`UPDATE "RectificationItem" SET "title" = '  ' ${ITEM}`, 'RectificationItem_has_a_title'],
  [`UPDATE "RectificationItem" SET "ordinal" = 0 ${ITEM}`, 'RectificationItem_ordinal_from_one'],
  [
    `UPDATE "CorrectiveMeasure" SET "acceptedById" = "submittedById" ${ONE('CorrectiveMeasure', `"status" = 'ACCEPTED'`)}`,
    'CorrectiveMeasure_four_eyes',
  ],
  [
    `UPDATE "CorrectiveMeasure" SET "acceptedById" = NULL ${ONE('CorrectiveMeasure', `"status" = 'ACCEPTED'`)}`,
    'CorrectiveMeasure_accepted_by_someone',
  ],
  [
    `UPDATE "CorrectiveMeasure" SET "submittedById" = NULL ${ONE('CorrectiveMeasure', `"status" = 'ACCEPTED'`)}`,
    'CorrectiveMeasure_submitted_by_someone',
  ],
  [
    `UPDATE "CorrectiveMeasure" SET "status" = 'RETURNED', "returnReason" = ' ' ${ONE('CorrectiveMeasure', `"status" = 'ACCEPTED'`)}`,
    'CorrectiveMeasure_return_has_a_reason',
  ],
  [
    `UPDATE "CorrectiveMeasure" SET "status" = 'CANCELLED', "replacedById" = "id" ${ONE('CorrectiveMeasure')}`,
    'CorrectiveMeasure_cancelled_is_replaced',
  ],
  [
    `UPDATE "Evidence" SET "decidedById" = "uploadedById" ${ONE('Evidence', `"status" = 'ACCEPTED'`)}`,
    'Evidence_four_eyes',
  ],
  [
    `UPDATE "Evidence" SET "decidedById" = NULL ${ONE('Evidence', `"status" = 'ACCEPTED'`)}`,
    'Evidence_decided_by_someone',
  ],
  [
    `UPDATE "Evidence" SET "decisionReason" = '' ${ONE('Evidence', `"status" = 'REJECTED'`)}`,
    'Evidence_rejection_has_a_reason',
  ],
  [
    `UPDATE "ExtensionRequest" SET "decidedById" = "requestedById" ${ONE('ExtensionRequest', '"decidedById" IS NOT NULL')}`,
    'ExtensionRequest_four_eyes',
  ],
  [
    `UPDATE "ExtensionRequest" SET "requestedDueOn" = "previousDueOn" ${ONE('ExtensionRequest')}`,
    'ExtensionRequest_moves_the_date_later',
  ],
  [
    `UPDATE "ExtensionRequest" SET "status" = 'REQUESTED' ${ONE('ExtensionRequest', '"decidedById" IS NOT NULL')}`,
    'ExtensionRequest_decided_by_someone',
  ],
  [
    `UPDATE "StoredFile" SET "sha256" = upper("sha256") ${ONE('StoredFile', '"sha256" ~ \'[a-f]\'')}`,
    'StoredFile_is_fixed_by_its_hash',
  ],
  [`UPDATE "StoredFile" SET "byteSize" = 0 ${ONE('StoredFile')}`, 'StoredFile_is_not_empty'],
  [
    `UPDATE "Organization" SET "parentId" = NULL ${ONE('Organization', `"code" = 'MH-WL'`)}`,
    'Organization_root_is_a_district',
  ],
  [
    `UPDATE "Organization" SET "path" = 'MH' ${ONE('Organization', `"code" = 'MH'`)}`,
    'Organization_path_ends_in_its_code',
  ],
  [
    `INSERT INTO "SignInOrigin" SELECT "id", 'x', -1, NULL, now() FROM "Account" LIMIT 1`,
    'SignInOrigin_counts_attempts',
  ],
  [
    `UPDATE "InspectionRound" SET "inspectedTo" = "inspectedFrom" - 1 ${ONE('InspectionRound')}`,
    'InspectionRound_dates_follow_each_other',
  ],
  [
    `UPDATE "DocumentVersion" SET "issuedOn" = '2025-02-02', "effectiveOn" = '2025-02-01' ${ONE('DocumentVersion')}`,
    'DocumentVersion_takes_effect_after_issue',
  ],
  [`UPDATE "Training" SET "statedSessions" = -1 ${ONE('Training')}`, 'Training_counts_from_zero'],
  [
    `UPDATE "TrainingSession" SET "hours" = -0.5 ${ONE('TrainingSession')}`,
    'TrainingSession_counts_from_zero',
  ],
  [
    `INSERT INTO "TrainingAttendance" ("id", "sessionId", "headcount") SELECT gen_random_uuid(), "id", 1 FROM "TrainingSession" LIMIT 1`,
    'TrainingAttendance_of_a_person_or_a_unit',
  ],
  [
    `INSERT INTO "TrainingAttendance" ("id", "sessionId", "personId", "headcount") SELECT gen_random_uuid(), "id", '${CONTACT}', 2 FROM "TrainingSession" LIMIT 1`,
    'TrainingAttendance_headcount',
  ],
  [`DELETE FROM "Person" WHERE "id" = '${PARTY}'`, 'foreign key constraint'],
  [`DELETE FROM "RectificationItem" ${ITEM}`, 'foreign key constraint'],
];

describeOnEachDatabase('the database itself refuses', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test.each(REFUSED)('%s', async (statement, says) => {
    const client = await hub.pool.connect();
    try {
      await client.query('BEGIN');
      await expect(client.query(statement)).rejects.toThrow(says);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});
