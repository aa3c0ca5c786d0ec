-- Clients made by hand so far have no scopes and open nothing: they end here and are added anew.
ALTER TABLE "ApiClient" ADD COLUMN     "expiresOn" DATE NOT NULL DEFAULT CURRENT_DATE,
ADD COLUMN     "lastUsedAt" TIMESTAMPTZ(3),
ADD COLUMN     "scopes" TEXT[],
ADD COLUMN     "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "ApiClient" ALTER COLUMN "expiresOn" DROP DEFAULT,
ALTER COLUMN "updatedAt" DROP DEFAULT;

UPDATE "ApiClient" SET "disabledAt" = COALESCE("disabledAt", CURRENT_TIMESTAMP);

-- Whoever may nothing is no client; another system administers nothing.
ALTER TABLE "ApiClient" ADD CONSTRAINT "ApiClient_scopes_check"
  CHECK ("disabledAt" IS NOT NULL OR COALESCE(cardinality("scopes"), 0) > 0);
ALTER TABLE "ApiClient" ADD CONSTRAINT "ApiClient_role_check"
  CHECK ("disabledAt" IS NOT NULL OR "role" NOT IN ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR'));

-- Of the three administration roles a person holds one, at one place, whoever grants at the same time.
CREATE UNIQUE INDEX "RoleAssignment_one_administration_role_key" ON "RoleAssignment"("personId")
  WHERE "role" IN ('SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDIT_ADMINISTRATOR');
