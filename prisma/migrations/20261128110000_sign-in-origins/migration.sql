-- Failed sign-ins count for each place that an account is tried from. What was counted before is let go of.
CREATE TABLE "SignInOrigin" (
    "accountId" UUID NOT NULL,
    "origin" TEXT NOT NULL,
    "failedAttempts" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "triedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInOrigin_pkey" PRIMARY KEY ("accountId","origin"),
    CONSTRAINT "SignInOrigin_counts_attempts" CHECK ("failedAttempts" >= 0)
);
CREATE INDEX "SignInOrigin_origin_idx" ON "SignInOrigin"("origin");
CREATE INDEX "SignInOrigin_triedAt_idx" ON "SignInOrigin"("triedAt");
ALTER TABLE "SignInOrigin" ADD CONSTRAINT "SignInOrigin_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Account" DROP COLUMN "failedAttempts", DROP COLUMN "lockedUntil";
