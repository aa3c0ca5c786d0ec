-- CreateEnum
CREATE TYPE "LookBackStatus" AS ENUM ('DRAWN', 'COMPLETED');

-- CreateEnum
CREATE TYPE "SampleResult" AS ENUM ('PENDING', 'PASSED', 'FAILED');

-- CreateEnum
CREATE TYPE "EvaluationStatus" AS ENUM ('DRAFT', 'CONFIRMED');

-- AlterTable
ALTER TABLE "Milestone" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "RectificationPlan" ADD COLUMN     "approvedById" UUID,
ADD COLUMN     "draftedById" UUID;

-- AlterTable
ALTER TABLE "Supervision" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "answeredById" UUID,
ADD COLUMN     "answeredOn" DATE,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "LookBackReview" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" "LookBackStatus" NOT NULL DEFAULT 'DRAWN',
    "seed" TEXT NOT NULL,
    "populationCodes" TEXT[],
    "sampleSize" INTEGER NOT NULL,
    "drawnById" UUID,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMPTZ(3),
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "LookBackReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LookBackSample" (
    "id" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "closedById" UUID,
    "result" "SampleResult" NOT NULL DEFAULT 'PENDING',
    "note" TEXT,
    "reviewedById" UUID,
    "reviewedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "LookBackSample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SatisfactionSurvey" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "itemId" UUID,
    "title" TEXT NOT NULL,
    "heldOn" DATE NOT NULL,
    "asked" INTEGER NOT NULL,
    "satisfied" INTEGER NOT NULL,
    "basicallySatisfied" INTEGER NOT NULL,
    "dissatisfied" INTEGER NOT NULL,
    "recordedById" UUID,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SatisfactionSurvey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Scorecard" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Scorecard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScorecardVersion" (
    "id" UUID NOT NULL,
    "scorecardId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScorecardVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScorecardCriterion" (
    "id" UUID NOT NULL,
    "scorecardVersionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "ScorecardCriterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EffectivenessEvaluation" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "itemId" UUID,
    "scorecardVersionId" UUID NOT NULL,
    "status" "EvaluationStatus" NOT NULL DEFAULT 'DRAFT',
    "conclusion" TEXT,
    "evaluatedById" UUID,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EffectivenessEvaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvaluationScore" (
    "evaluationId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "comment" TEXT,

    CONSTRAINT "EvaluationScore_pkey" PRIMARY KEY ("evaluationId","criterionId")
);

-- CreateIndex
CREATE INDEX "LookBackReview_roundId_drawnAt_idx" ON "LookBackReview"("roundId", "drawnAt");

-- CreateIndex
CREATE INDEX "LookBackReview_drawnById_idx" ON "LookBackReview"("drawnById");

-- CreateIndex
CREATE INDEX "LookBackSample_itemId_idx" ON "LookBackSample"("itemId");

-- CreateIndex
CREATE INDEX "LookBackSample_closedById_idx" ON "LookBackSample"("closedById");

-- CreateIndex
CREATE INDEX "LookBackSample_reviewedById_idx" ON "LookBackSample"("reviewedById");

-- CreateIndex
CREATE UNIQUE INDEX "LookBackSample_reviewId_ordinal_key" ON "LookBackSample"("reviewId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "LookBackSample_reviewId_itemId_key" ON "LookBackSample"("reviewId", "itemId");

-- CreateIndex
CREATE INDEX "SatisfactionSurvey_roundId_heldOn_idx" ON "SatisfactionSurvey"("roundId", "heldOn");

-- CreateIndex
CREATE INDEX "SatisfactionSurvey_itemId_idx" ON "SatisfactionSurvey"("itemId");

-- CreateIndex
CREATE INDEX "SatisfactionSurvey_recordedById_idx" ON "SatisfactionSurvey"("recordedById");

-- CreateIndex
CREATE UNIQUE INDEX "Scorecard_organizationId_title_key" ON "Scorecard"("organizationId", "title");

-- CreateIndex
CREATE UNIQUE INDEX "ScorecardVersion_scorecardId_ordinal_key" ON "ScorecardVersion"("scorecardId", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "ScorecardCriterion_scorecardVersionId_ordinal_key" ON "ScorecardCriterion"("scorecardVersionId", "ordinal");

-- CreateIndex
CREATE INDEX "EffectivenessEvaluation_roundId_createdAt_idx" ON "EffectivenessEvaluation"("roundId", "createdAt");

-- CreateIndex
CREATE INDEX "EffectivenessEvaluation_itemId_idx" ON "EffectivenessEvaluation"("itemId");

-- CreateIndex
CREATE INDEX "EffectivenessEvaluation_scorecardVersionId_idx" ON "EffectivenessEvaluation"("scorecardVersionId");

-- CreateIndex
CREATE INDEX "EffectivenessEvaluation_evaluatedById_idx" ON "EffectivenessEvaluation"("evaluatedById");

-- CreateIndex
CREATE INDEX "EffectivenessEvaluation_confirmedById_idx" ON "EffectivenessEvaluation"("confirmedById");

-- CreateIndex
CREATE INDEX "EvaluationScore_criterionId_idx" ON "EvaluationScore"("criterionId");

-- CreateIndex
CREATE INDEX "RectificationPlan_draftedById_idx" ON "RectificationPlan"("draftedById");

-- CreateIndex
CREATE INDEX "RectificationPlan_approvedById_idx" ON "RectificationPlan"("approvedById");

-- CreateIndex
CREATE INDEX "Supervision_answeredById_idx" ON "Supervision"("answeredById");

-- AddForeignKey
ALTER TABLE "RectificationPlan" ADD CONSTRAINT "RectificationPlan_draftedById_fkey" FOREIGN KEY ("draftedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RectificationPlan" ADD CONSTRAINT "RectificationPlan_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supervision" ADD CONSTRAINT "Supervision_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookBackReview" ADD CONSTRAINT "LookBackReview_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookBackReview" ADD CONSTRAINT "LookBackReview_drawnById_fkey" FOREIGN KEY ("drawnById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookBackSample" ADD CONSTRAINT "LookBackSample_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "LookBackReview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookBackSample" ADD CONSTRAINT "LookBackSample_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookBackSample" ADD CONSTRAINT "LookBackSample_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LookBackSample" ADD CONSTRAINT "LookBackSample_reviewedById_fkey" FOREIGN KEY ("reviewedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SatisfactionSurvey" ADD CONSTRAINT "SatisfactionSurvey_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SatisfactionSurvey" ADD CONSTRAINT "SatisfactionSurvey_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SatisfactionSurvey" ADD CONSTRAINT "SatisfactionSurvey_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scorecard" ADD CONSTRAINT "Scorecard_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScorecardVersion" ADD CONSTRAINT "ScorecardVersion_scorecardId_fkey" FOREIGN KEY ("scorecardId") REFERENCES "Scorecard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScorecardCriterion" ADD CONSTRAINT "ScorecardCriterion_scorecardVersionId_fkey" FOREIGN KEY ("scorecardVersionId") REFERENCES "ScorecardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectivenessEvaluation" ADD CONSTRAINT "EffectivenessEvaluation_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectivenessEvaluation" ADD CONSTRAINT "EffectivenessEvaluation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectivenessEvaluation" ADD CONSTRAINT "EffectivenessEvaluation_scorecardVersionId_fkey" FOREIGN KEY ("scorecardVersionId") REFERENCES "ScorecardVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectivenessEvaluation" ADD CONSTRAINT "EffectivenessEvaluation_evaluatedById_fkey" FOREIGN KEY ("evaluatedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EffectivenessEvaluation" ADD CONSTRAINT "EffectivenessEvaluation_confirmedById_fkey" FOREIGN KEY ("confirmedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationScore" ADD CONSTRAINT "EvaluationScore_evaluationId_fkey" FOREIGN KEY ("evaluationId") REFERENCES "EffectivenessEvaluation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvaluationScore" ADD CONSTRAINT "EvaluationScore_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "ScorecardCriterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open request an item: a second one waits for the decision on the first.
CREATE UNIQUE INDEX "ExtensionRequest_one_open_an_item" ON "ExtensionRequest"("itemId") WHERE "status" = 'REQUESTED';

ALTER TABLE "RectificationPlan"
  ADD CONSTRAINT "RectificationPlan_has_a_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "RectificationPlan_approved_on_a_day" CHECK (("status" = 'APPROVED') = ("approvedOn" IS NOT NULL)),
  ADD CONSTRAINT "RectificationPlan_four_eyes" CHECK ("approvedById" IS NULL OR "draftedById" IS NULL OR "approvedById" <> "draftedById");

ALTER TABLE "Supervision"
  ADD CONSTRAINT "Supervision_answered_by_someone" CHECK (("answer" IS NULL) = ("answeredOn" IS NULL) AND ("answer" IS NULL) = ("answeredById" IS NULL));

ALTER TABLE "LookBackReview"
  ADD CONSTRAINT "LookBackReview_has_a_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "LookBackReview_draws_from_its_population" CHECK ("sampleSize" BETWEEN 1 AND cardinality("populationCodes")),
  ADD CONSTRAINT "LookBackReview_completed_at_a_time" CHECK (("status" = 'COMPLETED') = ("completedAt" IS NOT NULL));

ALTER TABLE "LookBackSample"
  ADD CONSTRAINT "LookBackSample_ordinal_from_one" CHECK ("ordinal" >= 1),
  ADD CONSTRAINT "LookBackSample_reviewed_by_someone" CHECK (("result" = 'PENDING') = ("reviewedById" IS NULL)),
  ADD CONSTRAINT "LookBackSample_four_eyes" CHECK ("reviewedById" IS NULL OR "closedById" IS NULL OR "reviewedById" <> "closedById"),
  ADD CONSTRAINT "LookBackSample_failure_has_a_reason" CHECK ("result" <> 'FAILED' OR btrim(coalesce("note", '')) <> '');

ALTER TABLE "SatisfactionSurvey"
  ADD CONSTRAINT "SatisfactionSurvey_has_a_title" CHECK (btrim("title") <> ''),
  ADD CONSTRAINT "SatisfactionSurvey_counts_from_zero" CHECK ("asked" >= 1 AND "satisfied" >= 0 AND "basicallySatisfied" >= 0 AND "dissatisfied" >= 0),
  ADD CONSTRAINT "SatisfactionSurvey_answers_within_asked" CHECK ("satisfied"::bigint + "basicallySatisfied" + "dissatisfied" <= "asked");

ALTER TABLE "Scorecard" ADD CONSTRAINT "Scorecard_has_a_title" CHECK (btrim("title") <> '');
ALTER TABLE "ScorecardVersion" ADD CONSTRAINT "ScorecardVersion_ordinal_from_one" CHECK ("ordinal" >= 1);
ALTER TABLE "ScorecardCriterion" ADD CONSTRAINT "ScorecardCriterion_weighs_within_100" CHECK ("weight" BETWEEN 1 AND 100);

ALTER TABLE "EffectivenessEvaluation"
  ADD CONSTRAINT "EffectivenessEvaluation_confirmed_by_someone" CHECK (("status" = 'CONFIRMED') = ("confirmedById" IS NOT NULL) AND ("status" = 'CONFIRMED') = ("confirmedAt" IS NOT NULL)),
  ADD CONSTRAINT "EffectivenessEvaluation_four_eyes" CHECK ("confirmedById" IS NULL OR "confirmedById" <> "evaluatedById");

ALTER TABLE "EvaluationScore" ADD CONSTRAINT "EvaluationScore_within_100" CHECK ("score" BETWEEN 0 AND 100);

-- A version of a scorecard stays what evaluations were scored by.
CREATE FUNCTION "refuse_criterion_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a scorecard never changes' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "ScorecardCriterion_never_changes" BEFORE UPDATE OR DELETE ON "ScorecardCriterion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_criterion_change"();
