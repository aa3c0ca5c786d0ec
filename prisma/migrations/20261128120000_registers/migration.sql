-- CreateEnum
CREATE TYPE "RegisterStatus" AS ENUM ('ACTIVE', 'CLOSED');

-- CreateEnum
CREATE TYPE "RegisterFieldKind" AS ENUM ('TEXT', 'LONG_TEXT', 'NUMBER', 'MONEY', 'DAY', 'CHOICE', 'FLAG', 'PERSON', 'ORGANIZATION', 'ITEM', 'DOCUMENT', 'FILE', 'ENTRY');

-- CreateTable
CREATE TABLE "Register" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleSort" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "description" TEXT,
    "status" "RegisterStatus" NOT NULL DEFAULT 'ACTIVE',
    "currentNumber" INTEGER NOT NULL DEFAULT 1,
    "templateKey" TEXT,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Register_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterVersion" (
    "id" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT,
    "definedById" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RegisterVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterVersionUnit" (
    "registerVersionId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,

    CONSTRAINT "RegisterVersionUnit_pkey" PRIMARY KEY ("registerVersionId","organizationId")
);

-- CreateTable
CREATE TABLE "RegisterEntry" (
    "id" UUID NOT NULL,
    "registerId" UUID NOT NULL,
    "registerVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleSort" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "organizationId" UUID NOT NULL,
    "unitId" UUID,
    "stage" TEXT NOT NULL,
    "isOpen" BOOLEAN NOT NULL DEFAULT true,
    "enteredById" UUID,
    "enteredOn" DATE NOT NULL,
    "provenance" "Provenance" NOT NULL DEFAULT 'ENTERED',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RegisterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterEntryValue" (
    "entryId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "RegisterFieldKind" NOT NULL,
    "text" TEXT,
    "number" DECIMAL(20,4),
    "fen" BIGINT,
    "day" DATE,
    "flag" BOOLEAN,
    "recordId" UUID,
    "sort" TEXT COLLATE "C",
    "uniqueAs" TEXT,
    "isMasked" BOOLEAN NOT NULL DEFAULT false,
    "registerId" UUID NOT NULL,

    CONSTRAINT "RegisterEntryValue_pkey" PRIMARY KEY ("entryId","key")
);

-- CreateTable
CREATE TABLE "RegisterStepTaken" (
    "entryId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "from" TEXT,
    "to" TEXT NOT NULL,
    "takenById" UUID,
    "takenByName" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,

    CONSTRAINT "RegisterStepTaken_pkey" PRIMARY KEY ("entryId","ordinal")
);

-- CreateIndex
CREATE INDEX "Register_titleSort_id_idx" ON "Register"("titleSort", "id");

-- CreateIndex
CREATE INDEX "Register_updatedAt_id_idx" ON "Register"("updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Register_organizationId_key_key" ON "Register"("organizationId", "key");

-- CreateIndex
CREATE INDEX "RegisterVersion_definedById_idx" ON "RegisterVersion"("definedById");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterVersion_registerId_number_key" ON "RegisterVersion"("registerId", "number");

-- CreateIndex
CREATE INDEX "RegisterVersionUnit_organizationId_idx" ON "RegisterVersionUnit"("organizationId");

-- CreateIndex
CREATE INDEX "RegisterEntry_registerId_titleSort_id_idx" ON "RegisterEntry"("registerId", "titleSort", "id");

-- CreateIndex
CREATE INDEX "RegisterEntry_registerId_enteredOn_id_idx" ON "RegisterEntry"("registerId", "enteredOn", "id");

-- CreateIndex
CREATE INDEX "RegisterEntry_registerId_updatedAt_id_idx" ON "RegisterEntry"("registerId", "updatedAt", "id");

-- CreateIndex
CREATE INDEX "RegisterEntry_registerId_stage_id_idx" ON "RegisterEntry"("registerId", "stage", "id");

-- CreateIndex
CREATE INDEX "RegisterEntry_updatedAt_id_idx" ON "RegisterEntry"("updatedAt", "id");

-- CreateIndex
CREATE INDEX "RegisterEntry_registerVersionId_idx" ON "RegisterEntry"("registerVersionId");

-- CreateIndex
CREATE INDEX "RegisterEntry_organizationId_idx" ON "RegisterEntry"("organizationId");

-- CreateIndex
CREATE INDEX "RegisterEntry_unitId_idx" ON "RegisterEntry"("unitId");

-- CreateIndex
CREATE INDEX "RegisterEntry_enteredById_idx" ON "RegisterEntry"("enteredById");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterEntry_registerId_number_key" ON "RegisterEntry"("registerId", "number");

-- CreateIndex
CREATE INDEX "RegisterEntryValue_registerId_key_sort_entryId_idx" ON "RegisterEntryValue"("registerId", "key", "sort", "entryId");

-- CreateIndex
CREATE INDEX "RegisterStepTaken_takenById_idx" ON "RegisterStepTaken"("takenById");

-- AddForeignKey
ALTER TABLE "Register" ADD CONSTRAINT "Register_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterVersion" ADD CONSTRAINT "RegisterVersion_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterVersion" ADD CONSTRAINT "RegisterVersion_definedById_fkey" FOREIGN KEY ("definedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterVersionUnit" ADD CONSTRAINT "RegisterVersionUnit_registerVersionId_fkey" FOREIGN KEY ("registerVersionId") REFERENCES "RegisterVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterVersionUnit" ADD CONSTRAINT "RegisterVersionUnit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_registerVersionId_fkey" FOREIGN KEY ("registerVersionId") REFERENCES "RegisterVersion"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Organization"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterEntry" ADD CONSTRAINT "RegisterEntry_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterEntryValue" ADD CONSTRAINT "RegisterEntryValue_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RegisterEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterStepTaken" ADD CONSTRAINT "RegisterStepTaken_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "RegisterEntry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "RegisterStepTaken" ADD CONSTRAINT "RegisterStepTaken_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What others of the register may not have again. Most values may be repeated: those are in no index here.
CREATE UNIQUE INDEX "RegisterEntryValue_unique" ON "RegisterEntryValue"("registerId", "key", "uniqueAs") WHERE "uniqueAs" IS NOT NULL;

-- Which entries name a record.
CREATE INDEX "RegisterEntryValue_record" ON "RegisterEntryValue"("recordId") WHERE "recordId" IS NOT NULL;

-- What is still to be done of a register; most entries are done.
CREATE INDEX "RegisterEntry_open" ON "RegisterEntry"("registerId", "id") WHERE "isOpen";

-- A value stands in the column of its kind, and nowhere else.
ALTER TABLE "RegisterEntryValue" ADD CONSTRAINT "RegisterEntryValue_kind" CHECK (
  ("number" IS NULL OR "kind" = 'NUMBER') AND ("fen" IS NULL OR "kind" = 'MONEY') AND ("day" IS NULL OR "kind" = 'DAY')
  AND ("flag" IS NULL OR "kind" = 'FLAG')
  AND ("recordId" IS NULL OR "kind" IN ('PERSON', 'ORGANIZATION', 'ITEM', 'DOCUMENT', 'FILE', 'ENTRY')));

-- Under which places an entry can be read: its bureau, its unit, and the units that the flow of its version names.
CREATE FUNCTION "register_entry_places"(row_id UUID) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT ARRAY['register/' || e."organizationId"] || ARRAY(
    SELECT DISTINCT 'register-unit/' || (unit::text COLLATE "C") FROM (
      SELECT e."unitId" AS unit
      UNION SELECT u."organizationId" FROM "RegisterVersionUnit" u WHERE u."registerVersionId" = e."registerVersionId"
    ) AS units WHERE unit IS NOT NULL ORDER BY 1)
  FROM "RegisterEntry" e WHERE e."id" = row_id
$$;

-- The function that tells places learns of new tables; what it knows of others is left to who wrote it.
DO $do$
DECLARE told TEXT := pg_get_functiondef('"ledger_places"(text, uuid)'::regprocedure);
BEGIN
  EXECUTE replace(told, '    ELSE RETURN NULL;', $cases$    WHEN 'Register' THEN RETURN (SELECT ARRAY['register/' || "organizationId", 'register-below/' || "organizationId"] FROM "Register" WHERE "id" = row_id);
    WHEN 'RegisterVersion' THEN RETURN (SELECT ARRAY['register/' || r."organizationId", 'register-below/' || r."organizationId"] FROM "RegisterVersion" v JOIN "Register" r ON r."id" = v."registerId" WHERE v."id" = row_id);
    WHEN 'RegisterEntry' THEN RETURN "register_entry_places"(row_id);
    ELSE RETURN NULL;$cases$);
END $do$;
