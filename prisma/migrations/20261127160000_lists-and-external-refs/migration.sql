-- Numbers in a text count as numbers: every run of digits becomes twelve digits long.
CREATE FUNCTION "natural_sort_key"("words" TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(
    regexp_replace("words", '([0-9]+)', '000000000000\1', 'g'), '[0-9]*([0-9]{12})', '\1', 'g'
  );

-- DropIndex
DROP INDEX "InspectionRound_feedbackOn_idx";

-- DropIndex
DROP INDEX "RectificationItem_organizationId_code_idx";

-- DropIndex
DROP INDEX "RectificationItem_roundId_code_idx";

-- AlterTable
ALTER TABLE "ApiClient" ADD COLUMN     "nameSort" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "InspectionRound" ADD COLUMN     "codeSort" TEXT COLLATE "C" NOT NULL
  GENERATED ALWAYS AS ("natural_sort_key"("code")) STORED;

-- AlterTable
ALTER TABLE "InstitutionalDocument" ADD COLUMN     "titleSort" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "pathSort" TEXT COLLATE "C" NOT NULL
  GENERATED ALWAYS AS ("natural_sort_key"("path")) STORED;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "displayNameSort" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "RectificationItem" ADD COLUMN     "codeSort" TEXT COLLATE "C" NOT NULL
  GENERATED ALWAYS AS ("natural_sort_key"("code")) STORED;

-- AlterTable
ALTER TABLE "Scorecard" ADD COLUMN     "titleSort" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Training" ADD COLUMN     "topicSort" TEXT COLLATE "C" NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "ExternalRef" (
    "id" UUID NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExternalRef_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ExternalRef_subjectType_system_key_key" ON "ExternalRef"("subjectType", "system", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalRef_subjectType_subjectId_system_key" ON "ExternalRef"("subjectType", "subjectId", "system");

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_dueOn_id_idx" ON "CorrectiveMeasure"("dueOn", "id");

-- CreateIndex
CREATE INDEX "CorrectiveMeasure_updatedAt_id_idx" ON "CorrectiveMeasure"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "InspectionRound_feedbackOn_id_idx" ON "InspectionRound"("feedbackOn", "id");

-- CreateIndex
CREATE INDEX "InspectionRound_codeSort_id_idx" ON "InspectionRound"("codeSort", "id");

-- CreateIndex
CREATE INDEX "InstitutionalDocument_titleSort_id_idx" ON "InstitutionalDocument"("titleSort", "id");

-- CreateIndex
CREATE INDEX "InstitutionalDocument_updatedAt_id_idx" ON "InstitutionalDocument"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "Organization_pathSort_id_idx" ON "Organization"("pathSort", "id");

-- CreateIndex
CREATE INDEX "Person_displayNameSort_id_idx" ON "Person"("displayNameSort", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_codeSort_id_idx" ON "RectificationItem"("codeSort", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_roundId_codeSort_id_idx" ON "RectificationItem"("roundId", "codeSort", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_organizationId_codeSort_id_idx" ON "RectificationItem"("organizationId", "codeSort", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_status_id_idx" ON "RectificationItem"("status", "id");

-- CreateIndex
CREATE INDEX "RectificationItem_dueOn_id_desc_idx" ON "RectificationItem"("dueOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Scorecard_titleSort_id_idx" ON "Scorecard"("titleSort", "id");

-- CreateIndex
CREATE INDEX "Training_heldOn_id_desc_idx" ON "Training"("heldOn" DESC NULLS LAST, "id" DESC);

-- CreateIndex
CREATE INDEX "Training_topicSort_id_idx" ON "Training"("topicSort", "id");

-- CreateIndex
CREATE INDEX "Training_updatedAt_id_idx" ON "Training"("updatedAt", "id");
