-- Where an act takes place stands in a column, by which acts are listed.
ALTER TABLE "Act" ADD COLUMN "organizationId" UUID;
UPDATE "Act" SET "organizationId" = ("data" ->> 'organizationId')::uuid, "data" = "data" - 'organizationId';
CREATE INDEX "Act_startedAt_id_idx" ON "Act"("startedAt", "id");
