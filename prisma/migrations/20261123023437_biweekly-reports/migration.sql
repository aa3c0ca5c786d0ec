-- CreateEnum
CREATE TYPE "BiweeklyReportStatus" AS ENUM ('OPEN', 'COMPILED', 'FROZEN');

-- CreateEnum
CREATE TYPE "BiweeklyUnitStatus" AS ENUM ('OPEN', 'SUBMITTED', 'RETURNED');

-- CreateEnum
CREATE TYPE "BiweeklyAnswer" AS ENUM ('UNANSWERED', 'CONFIRMED', 'UPDATED');

-- CreateTable
CREATE TABLE "BiweeklyReport" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "status" "BiweeklyReportStatus" NOT NULL DEFAULT 'OPEN',
    "summary" TEXT,
    "compiledById" UUID,
    "compiledAt" TIMESTAMPTZ(3),
    "frozenById" UUID,
    "frozenAt" TIMESTAMPTZ(3),
    "reopenReason" TEXT,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BiweeklyReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BiweeklyUnitReport" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "status" "BiweeklyUnitStatus" NOT NULL DEFAULT 'OPEN',
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BiweeklyUnitReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BiweeklyEntry" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "unitReportId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "answer" "BiweeklyAnswer" NOT NULL DEFAULT 'UNANSWERED',
    "progress" TEXT,
    "difficulties" TEXT,
    "nextStep" TEXT,
    "expectedOn" DATE,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BiweeklyEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BiweeklySnapshotRow" (
    "id" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "areaTitle" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" "ItemStatus" NOT NULL,
    "organizationId" UUID NOT NULL,
    "responsibleUnitId" UUID,
    "responsibleUnitName" TEXT,
    "supportingUnitIds" UUID[],
    "leadLeaderName" TEXT,
    "dueOn" DATE,
    "isOverdue" BOOLEAN NOT NULL,
    "measureCounts" JSONB NOT NULL,
    "acceptedEvidenceCount" INTEGER NOT NULL,
    "progress" TEXT,
    "difficulties" TEXT,
    "nextStep" TEXT,
    "expectedOn" DATE,

    CONSTRAINT "BiweeklySnapshotRow_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BiweeklyReport_organizationId_endsOn_id_idx" ON "BiweeklyReport"("organizationId", "endsOn", "id");

-- CreateIndex
CREATE INDEX "BiweeklyReport_endsOn_id_idx" ON "BiweeklyReport"("endsOn", "id");

-- CreateIndex
CREATE INDEX "BiweeklyReport_compiledById_idx" ON "BiweeklyReport"("compiledById");

-- CreateIndex
CREATE INDEX "BiweeklyReport_frozenById_idx" ON "BiweeklyReport"("frozenById");

-- CreateIndex
CREATE UNIQUE INDEX "BiweeklyReport_roundId_ordinal_key" ON "BiweeklyReport"("roundId", "ordinal");

-- CreateIndex
CREATE INDEX "BiweeklyUnitReport_unitId_reportId_idx" ON "BiweeklyUnitReport"("unitId", "reportId");

-- CreateIndex
CREATE INDEX "BiweeklyUnitReport_organizationId_idx" ON "BiweeklyUnitReport"("organizationId");

-- CreateIndex
CREATE INDEX "BiweeklyUnitReport_submittedById_idx" ON "BiweeklyUnitReport"("submittedById");

-- CreateIndex
CREATE UNIQUE INDEX "BiweeklyUnitReport_reportId_unitId_key" ON "BiweeklyUnitReport"("reportId", "unitId");

-- CreateIndex
CREATE INDEX "BiweeklyEntry_unitReportId_itemId_idx" ON "BiweeklyEntry"("unitReportId", "itemId");

-- CreateIndex
CREATE INDEX "BiweeklyEntry_itemId_idx" ON "BiweeklyEntry"("itemId");

-- CreateIndex
CREATE INDEX "BiweeklyEntry_answeredById_idx" ON "BiweeklyEntry"("answeredById");

-- CreateIndex
CREATE UNIQUE INDEX "BiweeklyEntry_reportId_itemId_key" ON "BiweeklyEntry"("reportId", "itemId");

-- CreateIndex
CREATE INDEX "BiweeklySnapshotRow_itemId_idx" ON "BiweeklySnapshotRow"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "BiweeklySnapshotRow_reportId_itemId_key" ON "BiweeklySnapshotRow"("reportId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "BiweeklySnapshotRow_reportId_ordinal_key" ON "BiweeklySnapshotRow"("reportId", "ordinal");

-- AddForeignKey
ALTER TABLE "BiweeklyReport" ADD CONSTRAINT "BiweeklyReport_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyReport" ADD CONSTRAINT "BiweeklyReport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyReport" ADD CONSTRAINT "BiweeklyReport_compiledById_fkey" FOREIGN KEY ("compiledById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyReport" ADD CONSTRAINT "BiweeklyReport_frozenById_fkey" FOREIGN KEY ("frozenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyUnitReport" ADD CONSTRAINT "BiweeklyUnitReport_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "BiweeklyReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyUnitReport" ADD CONSTRAINT "BiweeklyUnitReport_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyUnitReport" ADD CONSTRAINT "BiweeklyUnitReport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyUnitReport" ADD CONSTRAINT "BiweeklyUnitReport_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyEntry" ADD CONSTRAINT "BiweeklyEntry_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "BiweeklyReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyEntry" ADD CONSTRAINT "BiweeklyEntry_unitReportId_fkey" FOREIGN KEY ("unitReportId") REFERENCES "BiweeklyUnitReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyEntry" ADD CONSTRAINT "BiweeklyEntry_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklyEntry" ADD CONSTRAINT "BiweeklyEntry_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklySnapshotRow" ADD CONSTRAINT "BiweeklySnapshotRow_reportId_fkey" FOREIGN KEY ("reportId") REFERENCES "BiweeklyReport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BiweeklySnapshotRow" ADD CONSTRAINT "BiweeklySnapshotRow_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BiweeklyReport"
  ADD CONSTRAINT "BiweeklyReport_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "BiweeklyReport_lasts_14_days" CHECK ("endsOn" = "startsOn" + 13),
  ADD CONSTRAINT "BiweeklyReport_compiled_by_someone" CHECK (("status" = 'OPEN') = ("compiledAt" IS NULL) AND ("status" <> 'OPEN') = ("compiledById" IS NOT NULL)),
  ADD CONSTRAINT "BiweeklyReport_frozen_by_someone" CHECK (("status" = 'FROZEN') = ("frozenAt" IS NOT NULL) AND ("status" = 'FROZEN') = ("frozenById" IS NOT NULL)),
  ADD CONSTRAINT "BiweeklyReport_four_eyes" CHECK ("frozenById" <> "compiledById");

ALTER TABLE "BiweeklyUnitReport"
  ADD CONSTRAINT "BiweeklyUnitReport_submitted_at_a_time" CHECK ("status" <> 'SUBMITTED' OR "submittedAt" IS NOT NULL),
  ADD CONSTRAINT "BiweeklyUnitReport_return_has_a_reason" CHECK ("status" <> 'RETURNED' OR btrim(coalesce("returnReason", '')) <> '');

ALTER TABLE "BiweeklyEntry"
  ADD CONSTRAINT "BiweeklyEntry_answered_at_a_time" CHECK (("answer" = 'UNANSWERED') = ("answeredAt" IS NULL)),
  ADD CONSTRAINT "BiweeklyEntry_answer_says_something" CHECK ("answer" = 'UNANSWERED' OR btrim(coalesce("progress", '')) <> '');

ALTER TABLE "BiweeklySnapshotRow"
  ADD CONSTRAINT "BiweeklySnapshotRow_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "BiweeklySnapshotRow_evidence_from_zero" CHECK ("acceptedEvidenceCount" >= 0);

-- Those whose units still have to report, for the reminders.
CREATE INDEX "BiweeklyReport_open" ON "BiweeklyReport"("endsOn", "id") WHERE "status" = 'OPEN';

-- What is frozen stays as it was when it was signed.
CREATE FUNCTION "refuse_frozen_report_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a frozen biweekly report never changes' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "BiweeklyReport_frozen_never_changes" BEFORE UPDATE OR DELETE ON "BiweeklyReport"
  FOR EACH ROW WHEN (OLD."status" = 'FROZEN') EXECUTE FUNCTION "refuse_frozen_report_change"();
CREATE TRIGGER "BiweeklySnapshotRow_never_changes" BEFORE UPDATE OR DELETE ON "BiweeklySnapshotRow"
  FOR EACH ROW EXECUTE FUNCTION "refuse_frozen_report_change"();
CREATE TRIGGER "BiweeklySnapshotRow_is_never_truncated" BEFORE TRUNCATE ON "BiweeklySnapshotRow"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_frozen_report_change"();

CREATE FUNCTION "refuse_part_of_frozen_report"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  "part" RECORD := coalesce(NEW, OLD);
BEGIN
  IF EXISTS (SELECT 1 FROM "BiweeklyReport" WHERE "id" = "part"."reportId" AND "status" = 'FROZEN')
    OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM "BiweeklyReport" WHERE "id" = OLD."reportId" AND "status" = 'FROZEN')) THEN
    RAISE EXCEPTION 'a frozen biweekly report never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN "part";
END $$;

CREATE TRIGGER "BiweeklyUnitReport_frozen_never_changes" BEFORE INSERT OR UPDATE OR DELETE ON "BiweeklyUnitReport"
  FOR EACH ROW EXECUTE FUNCTION "refuse_part_of_frozen_report"();
CREATE TRIGGER "BiweeklyEntry_frozen_never_changes" BEFORE INSERT OR UPDATE OR DELETE ON "BiweeklyEntry"
  FOR EACH ROW EXECUTE FUNCTION "refuse_part_of_frozen_report"();
CREATE TRIGGER "BiweeklySnapshotRow_comes_with_its_freeze" BEFORE INSERT ON "BiweeklySnapshotRow"
  FOR EACH ROW EXECUTE FUNCTION "refuse_part_of_frozen_report"();
