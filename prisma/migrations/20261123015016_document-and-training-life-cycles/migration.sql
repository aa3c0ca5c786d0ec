-- AlterTable
ALTER TABLE "InstitutionalDocument" ADD COLUMN "inForceOrdinal" INTEGER,
ADD COLUMN "draftedById" UUID,
ADD COLUMN "approvedById" UUID;

-- AlterTable
ALTER TABLE "DocumentVersion" ADD COLUMN "authoredById" UUID;

-- AlterTable
ALTER TABLE "Training" ADD COLUMN "plannedOn" DATE,
ADD COLUMN "recordedById" UUID,
ADD COLUMN "verifiedById" UUID;

-- CreateTable
CREATE TABLE "ConsultationDraft" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "openedOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,
    "commentCount" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsultationDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "InstitutionalDocument_draftedById_idx" ON "InstitutionalDocument"("draftedById");

-- CreateIndex
CREATE INDEX "InstitutionalDocument_approvedById_idx" ON "InstitutionalDocument"("approvedById");

-- CreateIndex
CREATE INDEX "DocumentVersion_authoredById_idx" ON "DocumentVersion"("authoredById");

-- CreateIndex
CREATE INDEX "ConsultationDraft_documentId_id_idx" ON "ConsultationDraft"("documentId", "id");

-- CreateIndex
CREATE INDEX "Training_recordedById_idx" ON "Training"("recordedById");

-- CreateIndex
CREATE INDEX "Training_verifiedById_idx" ON "Training"("verifiedById");

-- AddForeignKey
ALTER TABLE "InstitutionalDocument" ADD CONSTRAINT "InstitutionalDocument_draftedById_fkey" FOREIGN KEY ("draftedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InstitutionalDocument" ADD CONSTRAINT "InstitutionalDocument_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentVersion" ADD CONSTRAINT "DocumentVersion_authoredById_fkey" FOREIGN KEY ("authoredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationDraft" ADD CONSTRAINT "ConsultationDraft_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "InstitutionalDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Training" ADD CONSTRAINT "Training_verifiedById_fkey" FOREIGN KEY ("verifiedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A document that is in force by its own papers is so by its newest numbered version.
UPDATE "InstitutionalDocument" d SET "inForceOrdinal" = (
  SELECT max(v."ordinal") FROM "DocumentVersion" v
  WHERE v."documentId" = d."id" AND v."documentNumber" IS NOT NULL AND v."issuedOn" IS NOT NULL
) WHERE d."status" IN ('IN_FORCE', 'UNDER_REVISION');

ALTER TABLE "InstitutionalDocument"
  ADD CONSTRAINT "InstitutionalDocument_four_eyes" CHECK ("approvedById" IS NULL OR "draftedById" IS NULL OR "approvedById" <> "draftedById"),
  ADD CONSTRAINT "InstitutionalDocument_in_force_from_one" CHECK ("inForceOrdinal" >= 1);

ALTER TABLE "ConsultationDraft"
  ADD CONSTRAINT "ConsultationDraft_closes_after_it_opens" CHECK ("openedOn" <= "closesOn"),
  ADD CONSTRAINT "ConsultationDraft_counts_from_zero" CHECK ("commentCount" >= 0);

-- While one version is out for comments, no second one is.
CREATE UNIQUE INDEX "ConsultationDraft_one_open" ON "ConsultationDraft"("documentId") WHERE "commentCount" IS NULL;

ALTER TABLE "Training"
  ADD CONSTRAINT "Training_four_eyes" CHECK ("verifiedById" IS NULL OR "recordedById" IS NULL OR "verifiedById" <> "recordedById"),
  ADD CONSTRAINT "Training_verified_by_someone" CHECK ("verifiedById" IS NULL OR "status" = 'VERIFIED');
