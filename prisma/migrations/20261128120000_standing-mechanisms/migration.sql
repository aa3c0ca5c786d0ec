-- CreateEnum
CREATE TYPE "MechanismStatus" AS ENUM ('ACTIVE', 'SUSPENDED', 'ENDED');

-- CreateEnum
CREATE TYPE "MechanismCadence" AS ENUM ('RULE', 'TIMES', 'FACT');

-- CreateEnum
CREATE TYPE "CadencePeriod" AS ENUM ('WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR');

-- CreateEnum
CREATE TYPE "DayOffRule" AS ENUM ('BEFORE', 'AFTER', 'KEEP');

-- CreateEnum
CREATE TYPE "DelayUnit" AS ENUM ('DAY', 'WORKING_DAY', 'MONTH');

-- CreateEnum
CREATE TYPE "OccurrenceStatus" AS ENUM ('DUE', 'DONE', 'MISSED', 'WAIVED');

-- CreateTable
CREATE TABLE "StandingMechanism" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleSort" TEXT NOT NULL DEFAULT '',
    "description" TEXT,
    "basis" TEXT,
    "organizationId" UUID NOT NULL,
    "responsibleUnitId" UUID,
    "ownerId" UUID,
    "itemId" UUID,
    "measureId" UUID,
    "documentId" UUID,
    "evidenceWanted" TEXT,
    "doneByTraining" "TrainingKind",
    "cadence" "MechanismCadence" NOT NULL,
    "recurrenceRule" TEXT,
    "timesPerPeriod" INTEGER,
    "period" "CadencePeriod",
    "factKind" TEXT,
    "delayCount" INTEGER,
    "delayUnit" "DelayUnit",
    "dayOff" "DayOffRule" NOT NULL DEFAULT 'AFTER',
    "graceCount" INTEGER NOT NULL DEFAULT 0,
    "graceUnit" "DelayUnit" NOT NULL DEFAULT 'DAY',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "cadenceFrom" DATE NOT NULL,
    "slotsFrom" DATE NOT NULL,
    "nextOpensOn" DATE,
    "status" "MechanismStatus" NOT NULL DEFAULT 'ACTIVE',
    "statusReason" TEXT,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "provenanceNote" TEXT,
    "filterText" TEXT GENERATED ALWAYS AS (normalize("title" || E'\n' || coalesce("description", ''), NFKC)) STORED,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StandingMechanism_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MechanismOccurrence" (
    "id" UUID NOT NULL,
    "mechanismId" UUID NOT NULL,
    "slot" TEXT NOT NULL,
    "slotOn" DATE NOT NULL,
    "slotYear" INTEGER NOT NULL,
    "opensOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "graceEndsOn" DATE NOT NULL,
    "isProvisional" BOOLEAN NOT NULL DEFAULT false,
    "isMoved" BOOLEAN NOT NULL DEFAULT false,
    "organizationId" UUID NOT NULL,
    "responsibleUnitId" UUID,
    "factId" UUID,
    "status" "OccurrenceStatus" NOT NULL DEFAULT 'DUE',
    "doneOn" DATE,
    "note" TEXT,
    "doneById" UUID,
    "reason" TEXT,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MechanismOccurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OccurrenceProof" (
    "id" UUID NOT NULL,
    "occurrenceId" UUID NOT NULL,
    "trainingId" UUID,
    "documentId" UUID,
    "evidenceId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "OccurrenceProof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BusinessFact" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "happenedOn" DATE NOT NULL,
    "organizationId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BusinessFact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkingCalendar" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "daysOff" DATE[],
    "workedDays" DATE[],
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WorkingCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StandingMechanism_status_nextOpensOn_id_idx" ON "StandingMechanism"("status", "nextOpensOn", "id");

-- CreateIndex
CREATE INDEX "StandingMechanism_organizationId_factKind_idx" ON "StandingMechanism"("organizationId", "factKind");

-- CreateIndex
CREATE INDEX "StandingMechanism_organizationId_titleSort_id_idx" ON "StandingMechanism"("organizationId", "titleSort", "id");

-- CreateIndex
CREATE INDEX "StandingMechanism_responsibleUnitId_idx" ON "StandingMechanism"("responsibleUnitId");

-- CreateIndex
CREATE INDEX "StandingMechanism_ownerId_idx" ON "StandingMechanism"("ownerId");

-- CreateIndex
CREATE INDEX "StandingMechanism_itemId_idx" ON "StandingMechanism"("itemId");

-- CreateIndex
CREATE INDEX "StandingMechanism_measureId_idx" ON "StandingMechanism"("measureId");

-- CreateIndex
CREATE INDEX "StandingMechanism_documentId_idx" ON "StandingMechanism"("documentId");

-- CreateIndex
CREATE INDEX "StandingMechanism_titleSort_id_idx" ON "StandingMechanism"("titleSort", "id");

-- CreateIndex
CREATE INDEX "StandingMechanism_updatedAt_id_idx" ON "StandingMechanism"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_mechanismId_slotOn_id_idx" ON "MechanismOccurrence"("mechanismId", "slotOn", "id");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_status_graceEndsOn_id_idx" ON "MechanismOccurrence"("status", "graceEndsOn", "id");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_status_dueOn_id_idx" ON "MechanismOccurrence"("status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_dueOn_id_idx" ON "MechanismOccurrence"("dueOn", "id");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_organizationId_dueOn_id_idx" ON "MechanismOccurrence"("organizationId", "dueOn", "id");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_organizationId_slotYear_idx" ON "MechanismOccurrence"("organizationId", "slotYear");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_slotYear_idx" ON "MechanismOccurrence"("slotYear");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_responsibleUnitId_dueOn_id_idx" ON "MechanismOccurrence"("responsibleUnitId", "dueOn", "id");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_factId_idx" ON "MechanismOccurrence"("factId");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_doneById_idx" ON "MechanismOccurrence"("doneById");

-- CreateIndex
CREATE INDEX "MechanismOccurrence_updatedAt_id_idx" ON "MechanismOccurrence"("updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "MechanismOccurrence_mechanismId_slot_key" ON "MechanismOccurrence"("mechanismId", "slot");

-- CreateIndex
CREATE INDEX "OccurrenceProof_trainingId_idx" ON "OccurrenceProof"("trainingId");

-- CreateIndex
CREATE INDEX "OccurrenceProof_documentId_idx" ON "OccurrenceProof"("documentId");

-- CreateIndex
CREATE INDEX "OccurrenceProof_evidenceId_idx" ON "OccurrenceProof"("evidenceId");

-- CreateIndex
CREATE UNIQUE INDEX "OccurrenceProof_occurrenceId_trainingId_key" ON "OccurrenceProof"("occurrenceId", "trainingId");

-- CreateIndex
CREATE UNIQUE INDEX "OccurrenceProof_occurrenceId_documentId_key" ON "OccurrenceProof"("occurrenceId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "OccurrenceProof_occurrenceId_evidenceId_key" ON "OccurrenceProof"("occurrenceId", "evidenceId");

-- CreateIndex
CREATE INDEX "BusinessFact_organizationId_kind_happenedOn_id_idx" ON "BusinessFact"("organizationId", "kind", "happenedOn", "id");

-- CreateIndex
CREATE INDEX "BusinessFact_happenedOn_id_idx" ON "BusinessFact"("happenedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BusinessFact_organizationId_kind_system_key_key" ON "BusinessFact"("organizationId", "kind", "system", "key");

-- CreateIndex
CREATE UNIQUE INDEX "WorkingCalendar_year_key" ON "WorkingCalendar"("year");

-- AddForeignKey
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_responsibleUnitId_fkey" FOREIGN KEY ("responsibleUnitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "RectificationItem"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "CorrectiveMeasure"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "InstitutionalDocument"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MechanismOccurrence" ADD CONSTRAINT "MechanismOccurrence_mechanismId_fkey" FOREIGN KEY ("mechanismId") REFERENCES "StandingMechanism"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MechanismOccurrence" ADD CONSTRAINT "MechanismOccurrence_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MechanismOccurrence" ADD CONSTRAINT "MechanismOccurrence_responsibleUnitId_fkey" FOREIGN KEY ("responsibleUnitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MechanismOccurrence" ADD CONSTRAINT "MechanismOccurrence_factId_fkey" FOREIGN KEY ("factId") REFERENCES "BusinessFact"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "MechanismOccurrence" ADD CONSTRAINT "MechanismOccurrence_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OccurrenceProof" ADD CONSTRAINT "OccurrenceProof_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "MechanismOccurrence"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OccurrenceProof" ADD CONSTRAINT "OccurrenceProof_trainingId_fkey" FOREIGN KEY ("trainingId") REFERENCES "Training"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OccurrenceProof" ADD CONSTRAINT "OccurrenceProof_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "InstitutionalDocument"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "OccurrenceProof" ADD CONSTRAINT "OccurrenceProof_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "BusinessFact" ADD CONSTRAINT "BusinessFact_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Each cadence has what it needs, and nothing of another one.
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_cadence_is_whole" CHECK (CASE "cadence"
  WHEN 'RULE' THEN "recurrenceRule" IS NOT NULL AND num_nonnulls("timesPerPeriod", "period", "factKind", "delayCount", "delayUnit") = 0
  WHEN 'TIMES' THEN num_nonnulls("timesPerPeriod", "period") = 2 AND num_nonnulls("recurrenceRule", "factKind", "delayCount", "delayUnit") = 0
  ELSE num_nonnulls("factKind", "delayCount", "delayUnit") = 3 AND num_nonnulls("recurrenceRule", "timesPerPeriod", "period") = 0 END);
ALTER TABLE "StandingMechanism" ADD CONSTRAINT "StandingMechanism_counts" CHECK ("timesPerPeriod" >= 1 AND "delayCount" >= 0 AND "graceCount" >= 0);
ALTER TABLE "MechanismOccurrence" ADD CONSTRAINT "MechanismOccurrence_days_in_order" CHECK ("graceEndsOn" >= "dueOn");
ALTER TABLE "OccurrenceProof" ADD CONSTRAINT "OccurrenceProof_is_one_record" CHECK (num_nonnulls("trainingId", "documentId", "evidenceId") = 1);

-- Who keeps mechanisms reads them and their occurrences; the calendar of working days is everybody's.
ALTER FUNCTION "ledger_places"(TEXT, UUID) RENAME TO "ledger_places_before_mechanisms";

CREATE FUNCTION "mechanism_places"(organization UUID, unit UUID) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY['mechanism/' || organization] || array_remove(ARRAY['mechanism-unit/' || unit], NULL)
$$;

CREATE FUNCTION "ledger_places"(model TEXT, row_id UUID) RETURNS TEXT[] LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE model
    WHEN 'StandingMechanism' THEN RETURN (SELECT "mechanism_places"("organizationId", "responsibleUnitId") FROM "StandingMechanism" WHERE "id" = row_id);
    WHEN 'MechanismOccurrence' THEN RETURN (SELECT "mechanism_places"("organizationId", "responsibleUnitId") FROM "MechanismOccurrence" WHERE "id" = row_id);
    WHEN 'OccurrenceProof' THEN RETURN (SELECT "mechanism_places"(o."organizationId", o."responsibleUnitId") FROM "OccurrenceProof" p JOIN "MechanismOccurrence" o ON o."id" = p."occurrenceId" WHERE p."id" = row_id);
    WHEN 'BusinessFact' THEN RETURN (SELECT "mechanism_places"("organizationId", NULL) FROM "BusinessFact" WHERE "id" = row_id);
    WHEN 'WorkingCalendar' THEN RETURN coalesce(
      (SELECT array_agg('calendar/' || "id" ORDER BY "id") FROM "Organization" WHERE "parentId" IS NULL), '{}');
    ELSE RETURN "ledger_places_before_mechanisms"(model, row_id);
  END CASE;
END $$;

-- What hangs on an occurrence is read where it is.
ALTER FUNCTION "ledger_rows_below"(TEXT, UUID) RENAME TO "ledger_rows_below_before_mechanisms";

CREATE FUNCTION "ledger_rows_below"(above_model TEXT, above UUID) RETURNS TABLE ("model" TEXT, "id" UUID) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  IF above_model = 'MechanismOccurrence' THEN
    RETURN QUERY SELECT 'OccurrenceProof', t."id" FROM "OccurrenceProof" t WHERE t."occurrenceId" = above;
  ELSE
    RETURN QUERY SELECT b."model", b."id" FROM "ledger_rows_below_before_mechanisms"(above_model, above) b;
  END IF;
END $$;
