-- CreateEnum
CREATE TYPE "PublicNoticeStatus" AS ENUM ('DRAFT', 'PROPOSED', 'RELEASED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "OmissionGround" AS ENUM ('STATE_SECRET', 'UNDISCLOSED_CASE', 'ADVERSE_PUBLICITY', 'MASS_PETITION', 'MAJOR_SENSITIVITY');

-- CreateTable
CREATE TABLE "PublicNotice" (
    "id" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "status" "PublicNoticeStatus" NOT NULL DEFAULT 'DRAFT',
    "preparedById" UUID,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "proposedById" UUID,
    "proposedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "releasedById" UUID,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedOn" DATE,
    "withdrawReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PublicNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicNoticeOmission" (
    "id" UUID NOT NULL,
    "noticeId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "ground" "OmissionGround" NOT NULL,
    "note" TEXT NOT NULL,
    "omittedById" UUID,
    "omittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PublicNoticeOmission_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "PublicNotice_roundId_preparedAt_idx" ON "PublicNotice"("roundId", "preparedAt");
CREATE INDEX "PublicNotice_preparedById_idx" ON "PublicNotice"("preparedById");
CREATE INDEX "PublicNotice_proposedById_idx" ON "PublicNotice"("proposedById");
CREATE INDEX "PublicNotice_releasedById_idx" ON "PublicNotice"("releasedById");
CREATE UNIQUE INDEX "PublicNoticeOmission_noticeId_itemId_key" ON "PublicNoticeOmission"("noticeId", "itemId");
CREATE INDEX "PublicNoticeOmission_itemId_idx" ON "PublicNoticeOmission"("itemId");
CREATE INDEX "PublicNoticeOmission_omittedById_idx" ON "PublicNoticeOmission"("omittedById");

ALTER TABLE "PublicNotice"
  ADD CONSTRAINT "PublicNotice_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "InspectionRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PublicNotice_preparedById_fkey" FOREIGN KEY ("preparedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PublicNotice_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PublicNotice_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PublicNoticeOmission"
  ADD CONSTRAINT "PublicNoticeOmission_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "PublicNotice"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PublicNoticeOmission_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "PublicNoticeOmission_omittedById_fkey" FOREIGN KEY ("omittedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rules that hold whoever writes.
ALTER TABLE "PublicNotice"
  ADD CONSTRAINT "PublicNotice_two_people_release" CHECK ("releasedById" <> "proposedById"),
  ADD CONSTRAINT "PublicNotice_proposed_by_someone" CHECK (("status" = 'DRAFT') = ("proposedById" IS NULL) AND ("status" = 'DRAFT') = ("proposedAt" IS NULL)),
  ADD CONSTRAINT "PublicNotice_released_by_someone" CHECK (("status" IN ('RELEASED', 'WITHDRAWN')) = ("releasedById" IS NOT NULL) AND ("releasedById" IS NULL) = ("releasedAt" IS NULL) AND ("releasedById" IS NULL) = ("releasedOn" IS NULL)),
  ADD CONSTRAINT "PublicNotice_withdrawn_for_a_reason" CHECK (("status" = 'WITHDRAWN') = (btrim(coalesce("withdrawReason", '')) <> ''));
ALTER TABLE "PublicNoticeOmission"
  ADD CONSTRAINT "PublicNoticeOmission_says_why" CHECK (btrim("note") <> '');

-- What was released stays as it was signed; it can only be withdrawn.
CREATE FUNCTION "refuse_released_notice_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD."status" = 'RELEASED' AND NEW."status" = 'WITHDRAWN'
      AND to_jsonb(NEW) - ARRAY['status', 'withdrawReason', 'version'] = to_jsonb(OLD) - ARRAY['status', 'withdrawReason', 'version'] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'a released notice never changes' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "PublicNotice_released_never_changes" BEFORE UPDATE OR DELETE ON "PublicNotice"
  FOR EACH ROW WHEN (OLD."status" IN ('RELEASED', 'WITHDRAWN')) EXECUTE FUNCTION "refuse_released_notice_change"();

CREATE FUNCTION "refuse_omission_outside_draft"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "PublicNotice"
    WHERE "status" <> 'DRAFT'
      AND "id" IN (CASE WHEN TG_OP <> 'INSERT' THEN OLD."noticeId" END, CASE WHEN TG_OP <> 'DELETE' THEN NEW."noticeId" END)
  ) THEN
    RAISE EXCEPTION 'omissions change only while the notice is a draft' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;

CREATE TRIGGER "PublicNoticeOmission_only_in_draft" BEFORE INSERT OR UPDATE OR DELETE ON "PublicNoticeOmission"
  FOR EACH ROW EXECUTE FUNCTION "refuse_omission_outside_draft"();
