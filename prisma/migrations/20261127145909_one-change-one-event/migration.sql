-- One change, one event: what the log keeps of a change, and what the database is asked for it.

CREATE TYPE "EventOperation" AS ENUM ('CREATE', 'CHANGE', 'REMOVE');

CREATE TYPE "ActKind" AS ENUM ('IMPORT', 'BULK_CHANGE', 'UNDO');

CREATE TYPE "ActStatus" AS ENUM ('RUNNING', 'DONE', 'UNDONE', 'FAILED');
ALTER TABLE "Account" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "BiweeklySnapshotRow" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "ConsultationDraft" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "DocumentAction" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "DocumentVersion" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "Event" ADD COLUMN "actId" UUID,
ADD COLUMN "actKind" "ActKind",
ADD COLUMN "clientId" UUID,
ADD COLUMN "command" TEXT,
ADD COLUMN "onBehalfOfId" UUID,
ADD COLUMN "operation" "EventOperation",
ADD COLUMN "placesAfter" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "placesBefore" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE "EventChain" ADD COLUMN "baselineAt" TIMESTAMPTZ(3),
ADD COLUMN "changeId" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN "generation" UUID NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE "ExternalIdentity" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "FindingManifestation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "LeadingGroupMember" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Notice" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "PublicNoticeOmission" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "RoleAssignment" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "ScorecardCriterion" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "ScorecardVersion" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "StoredFile" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "TrainingAttendance" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "TrainingSession" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

DROP TABLE "Outbox";

CREATE TABLE "Act" (
    "id" UUID NOT NULL,
    "kind" "ActKind" NOT NULL,
    "status" "ActStatus" NOT NULL DEFAULT 'RUNNING',
    "command" TEXT NOT NULL,
    "actorKey" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "result" JSONB,
    "error" TEXT,
    "stepsDone" INTEGER NOT NULL DEFAULT 0,
    "stepsTotal" INTEGER,
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Act_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Act_status_startedAt_idx" ON "Act"("status", "startedAt");

CREATE INDEX "Event_actId_id_idx" ON "Event"("actId", "id");


-- No row of the ledger is altered or deleted by the database itself: what goes, goes by an event.
DO $$
DECLARE key RECORD;
BEGIN
  FOR key IN
    SELECT conname, conrelid::regclass AS "table", pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
      AND conrelid NOT IN ('"Session"'::regclass, '"Notification"'::regclass, '"RecoveryCode"'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', key."table", key.conname);
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', key."table", key.conname,
      regexp_replace(key.definition, ' ON UPDATE.*$', '') || ' ON UPDATE RESTRICT ON DELETE RESTRICT');
  END LOOP;
END $$;

-- Where there is nothing yet, there is nothing to take into the log.
UPDATE "EventChain" SET "baselineAt" = now() WHERE NOT EXISTS (SELECT FROM "Organization");

-- The places under which a row can be read, as `way/organization`; the first is that of the organization
-- whose row it is. Ways: item (of the bureau inspected) and item-unit (that carries it out), own and unit
-- (of a document or training), round, organization, people, access.

CREATE FUNCTION "place_owner"(places TEXT[]) RETURNS UUID LANGUAGE sql IMMUTABLE AS $$
  SELECT split_part(places[1], '/', 2)::uuid
$$;

-- In PL/pgSQL, as a session plans their statements once; those of functions in SQL are planned anew in each transaction.
CREATE FUNCTION "item_places"(item UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['item/' || i."organizationId"] || ARRAY(
    SELECT 'item-unit/' || unit FROM (
      SELECT i."responsibleUnitId"::text COLLATE "C" AS unit
      UNION SELECT s."organizationId"::text FROM "RectificationItemSupportingUnit" s WHERE s."itemId" = i."id"
    ) units WHERE unit IS NOT NULL ORDER BY unit)
  FROM "RectificationItem" i WHERE i."id" = item);
END $$;

CREATE FUNCTION "document_places"(document UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['own/' || d."organizationId"] || array_remove(ARRAY['unit/' || d."responsibleUnitId"], NULL) || ARRAY(
    SELECT DISTINCT place COLLATE "C" FROM "DocumentAction" a, unnest("item_places"(a."itemId")) AS place
    WHERE a."documentId" = d."id" ORDER BY 1)
  FROM "InstitutionalDocument" d WHERE d."id" = document);
END $$;

CREATE FUNCTION "training_places"(training UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['own/' || t."organizationId"] || array_remove(ARRAY['unit/' || t."responsibleUnitId"], NULL)
    || coalesce("item_places"(t."itemId"), '{}')
  FROM "Training" t WHERE t."id" = training);
END $$;

CREATE FUNCTION "round_places"(round UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['round/' || r."inspectedOrganizationId"] FROM "InspectionRound" r WHERE r."id" = round);
END $$;

-- What is said of a whole round, to those who read all of its ledger.
CREATE FUNCTION "whole_round_places"(round UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['item/' || r."inspectedOrganizationId"] FROM "InspectionRound" r WHERE r."id" = round);
END $$;

CREATE FUNCTION "report_places"(report UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['item/' || r."organizationId"] || ARRAY(
    SELECT DISTINCT 'item-unit/' || (u."unitId"::text COLLATE "C") FROM "BiweeklyUnitReport" u
    WHERE u."reportId" = r."id" ORDER BY 1)
  FROM "BiweeklyReport" r WHERE r."id" = report);
END $$;

CREATE FUNCTION "unit_report_places"(part UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['item/' || u."organizationId", 'item-unit/' || u."unitId"]
  FROM "BiweeklyUnitReport" u WHERE u."id" = part);
END $$;

CREATE FUNCTION "person_places"(person UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['people/' || p."organizationId"] FROM "Person" p WHERE p."id" = person);
END $$;

-- Who stands above an organization in the tree reads of it; a place that moves leaves some and comes to others.
CREATE FUNCTION "organization_places"(organization UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (WITH RECURSIVE way AS (
    SELECT "id", "parentId", 0 AS up FROM "Organization" WHERE "id" = organization
    UNION ALL SELECT o."id", o."parentId", way.up + 1 FROM "Organization" o JOIN way ON o."id" = way."parentId"
  )
  SELECT array_agg('organization/' || "id" ORDER BY up) FROM way);
END $$;

CREATE FUNCTION "scorecard_places"(scorecard UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (SELECT ARRAY['round/' || s."organizationId", 'round/*'] FROM "Scorecard" s WHERE s."id" = scorecard);
END $$;

-- A statement a model, and the key before the function: one expression with a branch for each would begin them all at
-- every call, and a function inside of a query is planned anew each time.
CREATE FUNCTION "ledger_places"(model TEXT, row_id UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
DECLARE above UUID; above_model TEXT;
BEGIN
  CASE model
    WHEN 'RectificationItem' THEN RETURN "item_places"(row_id);
    WHEN 'CorrectiveMeasure' THEN SELECT "itemId" INTO above FROM "CorrectiveMeasure" WHERE "id" = row_id; RETURN "item_places"(above);
    WHEN 'FindingManifestation' THEN SELECT "itemId" INTO above FROM "FindingManifestation" WHERE "id" = row_id; RETURN "item_places"(above);
    WHEN 'Milestone' THEN SELECT "itemId" INTO above FROM "Milestone" WHERE "id" = row_id; RETURN "item_places"(above);
    WHEN 'ExtensionRequest' THEN SELECT "itemId" INTO above FROM "ExtensionRequest" WHERE "id" = row_id; RETURN "item_places"(above);
    WHEN 'Supervision' THEN SELECT "itemId" INTO above FROM "Supervision" WHERE "id" = row_id; RETURN "item_places"(above);
    WHEN 'Evidence' THEN SELECT "itemId" INTO above FROM "Evidence" WHERE "id" = row_id; RETURN "item_places"(above);
    WHEN 'LookBackSample' THEN SELECT "itemId" INTO above FROM "LookBackSample" WHERE "id" = row_id; RETURN "item_places"(above);
    WHEN 'PublicNoticeOmission' THEN SELECT n."roundId" INTO above FROM "PublicNoticeOmission" o JOIN "PublicNotice" n ON n."id" = o."noticeId" WHERE o."id" = row_id; RETURN "whole_round_places"(above);
    WHEN 'SatisfactionSurvey' THEN RETURN (SELECT coalesce("item_places"("itemId"), "whole_round_places"("roundId")) FROM "SatisfactionSurvey" WHERE "id" = row_id);
    WHEN 'EffectivenessEvaluation' THEN RETURN (SELECT coalesce("item_places"("itemId"), "whole_round_places"("roundId")) FROM "EffectivenessEvaluation" WHERE "id" = row_id);
    WHEN 'InspectionRound' THEN RETURN "round_places"(row_id);
    WHEN 'Notice' THEN SELECT "roundId" INTO above FROM "Notice" WHERE "id" = row_id; RETURN "round_places"(above);
    WHEN 'LeadingGroupMember' THEN SELECT "roundId" INTO above FROM "LeadingGroupMember" WHERE "id" = row_id; RETURN "round_places"(above);
    WHEN 'RectificationPlan' THEN SELECT "roundId" INTO above FROM "RectificationPlan" WHERE "id" = row_id; RETURN "whole_round_places"(above);
    WHEN 'FindingArea' THEN SELECT "roundId" INTO above FROM "FindingArea" WHERE "id" = row_id; RETURN "whole_round_places"(above);
    WHEN 'PublicNotice' THEN RETURN (SELECT "whole_round_places"("roundId") || CASE "status" WHEN 'RELEASED' THEN "round_places"("roundId") ELSE '{}' END FROM "PublicNotice" WHERE "id" = row_id);
    WHEN 'LookBackReview' THEN SELECT "roundId" INTO above FROM "LookBackReview" WHERE "id" = row_id; RETURN "whole_round_places"(above);
    WHEN 'InstitutionalDocument' THEN RETURN "document_places"(row_id);
    WHEN 'DocumentVersion' THEN SELECT "documentId" INTO above FROM "DocumentVersion" WHERE "id" = row_id; RETURN "document_places"(above);
    WHEN 'ConsultationDraft' THEN SELECT "documentId" INTO above FROM "ConsultationDraft" WHERE "id" = row_id; RETURN "document_places"(above);
    WHEN 'DocumentAction' THEN RETURN (SELECT coalesce("item_places"("itemId"), "document_places"("documentId")) FROM "DocumentAction" WHERE "id" = row_id);
    WHEN 'Training' THEN RETURN "training_places"(row_id);
    WHEN 'TrainingSession' THEN SELECT "trainingId" INTO above FROM "TrainingSession" WHERE "id" = row_id; RETURN "training_places"(above);
    WHEN 'TrainingAttendance' THEN SELECT s."trainingId" INTO above FROM "TrainingAttendance" a JOIN "TrainingSession" s ON s."id" = a."sessionId" WHERE a."id" = row_id; RETURN "training_places"(above);
    WHEN 'BiweeklyReport' THEN RETURN "report_places"(row_id);
    WHEN 'BiweeklyUnitReport' THEN RETURN "unit_report_places"(row_id);
    WHEN 'BiweeklyEntry' THEN SELECT "unitReportId" INTO above FROM "BiweeklyEntry" WHERE "id" = row_id; RETURN "unit_report_places"(above);
    WHEN 'BiweeklySnapshotRow' THEN RETURN (
      SELECT ARRAY['item/' || "organizationId"] || ARRAY(
        SELECT DISTINCT 'item-unit/' || (unit::text COLLATE "C")
        FROM unnest("supportingUnitIds" || "responsibleUnitId") AS unit WHERE unit IS NOT NULL ORDER BY 1)
      FROM "BiweeklySnapshotRow" WHERE "id" = row_id);
    WHEN 'Scorecard' THEN RETURN "scorecard_places"(row_id);
    WHEN 'ScorecardVersion' THEN SELECT "scorecardId" INTO above FROM "ScorecardVersion" WHERE "id" = row_id; RETURN "scorecard_places"(above);
    WHEN 'ScorecardCriterion' THEN SELECT v."scorecardId" INTO above FROM "ScorecardCriterion" c JOIN "ScorecardVersion" v ON v."id" = c."scorecardVersionId" WHERE c."id" = row_id; RETURN "scorecard_places"(above);
    WHEN 'Organization' THEN RETURN "organization_places"(row_id);
    WHEN 'Person' THEN RETURN "person_places"(row_id);
    WHEN 'Account' THEN SELECT "personId" INTO above FROM "Account" WHERE "id" = row_id; RETURN "person_places"(above);
    WHEN 'ExternalIdentity' THEN SELECT "personId" INTO above FROM "ExternalIdentity" WHERE "id" = row_id; RETURN "person_places"(above);
    WHEN 'RoleAssignment' THEN RETURN (SELECT ARRAY['people/' || "organizationId"] || "person_places"("personId") FROM "RoleAssignment" WHERE "id" = row_id);
    WHEN 'ApiClient' THEN RETURN (SELECT ARRAY['access/' || "organizationId"] FROM "ApiClient" WHERE "id" = row_id);
    WHEN 'StoredFile' THEN RETURN '{}'::text[];
    WHEN 'ExternalRef' THEN SELECT "subjectType", "subjectId" INTO above_model, above FROM "ExternalRef" WHERE "id" = row_id; RETURN "ledger_places"(above_model, above);
    ELSE RETURN NULL;
  END CASE;
END $$;

-- What can be read by whoever can read the row above it.
CREATE FUNCTION "ledger_below"(above_model TEXT, above UUID) RETURNS TABLE ("model" TEXT, "id" UUID) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  IF above_model = 'RectificationItem' THEN
    RETURN QUERY
      SELECT 'CorrectiveMeasure', t."id" FROM "CorrectiveMeasure" t WHERE t."itemId" = above
      UNION ALL SELECT 'FindingManifestation', t."id" FROM "FindingManifestation" t WHERE t."itemId" = above
      UNION ALL SELECT 'Milestone', t."id" FROM "Milestone" t WHERE t."itemId" = above
      UNION ALL SELECT 'ExtensionRequest', t."id" FROM "ExtensionRequest" t WHERE t."itemId" = above
      UNION ALL SELECT 'Supervision', t."id" FROM "Supervision" t WHERE t."itemId" = above
      UNION ALL SELECT 'Evidence', t."id" FROM "Evidence" t WHERE t."itemId" = above
      UNION ALL SELECT 'LookBackSample', t."id" FROM "LookBackSample" t WHERE t."itemId" = above
      UNION ALL SELECT 'SatisfactionSurvey', t."id" FROM "SatisfactionSurvey" t WHERE t."itemId" = above
      UNION ALL SELECT 'EffectivenessEvaluation', t."id" FROM "EffectivenessEvaluation" t WHERE t."itemId" = above
      UNION ALL SELECT 'DocumentAction', t."id" FROM "DocumentAction" t WHERE t."itemId" = above
      UNION ALL (SELECT DISTINCT 'InstitutionalDocument', t."documentId" FROM "DocumentAction" t WHERE t."itemId" = above)
      UNION ALL (SELECT DISTINCT b."model", b."id" FROM "DocumentAction" t
        CROSS JOIN LATERAL "ledger_below"('InstitutionalDocument', t."documentId") b WHERE t."itemId" = above AND b."model" <> 'DocumentAction')
      UNION ALL SELECT 'Training', t."id" FROM "Training" t WHERE t."itemId" = above
      UNION ALL SELECT b."model", b."id" FROM "Training" t
        CROSS JOIN LATERAL "ledger_below"('Training', t."id") b WHERE t."itemId" = above;
  ELSIF above_model = 'InstitutionalDocument' THEN
    RETURN QUERY
      SELECT 'DocumentVersion', t."id" FROM "DocumentVersion" t WHERE t."documentId" = above
      UNION ALL SELECT 'ConsultationDraft', t."id" FROM "ConsultationDraft" t WHERE t."documentId" = above
      UNION ALL SELECT 'DocumentAction', t."id" FROM "DocumentAction" t WHERE t."documentId" = above;
  ELSIF above_model = 'Training' THEN
    RETURN QUERY
      SELECT 'TrainingSession', t."id" FROM "TrainingSession" t WHERE t."trainingId" = above
      UNION ALL SELECT 'TrainingAttendance', a."id" FROM "TrainingAttendance" a
        JOIN "TrainingSession" s ON s."id" = a."sessionId" WHERE s."trainingId" = above;
  ELSIF above_model = 'Organization' THEN
    RETURN QUERY
      WITH RECURSIVE below AS (
        SELECT o."id" FROM "Organization" o WHERE o."parentId" = above
        UNION ALL SELECT o."id" FROM "Organization" o JOIN below b ON o."parentId" = b."id"
      ) SELECT 'Organization', below."id" FROM below;
  END IF;
END $$;
