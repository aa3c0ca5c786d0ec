-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "Role" ADD VALUE 'SECURITY_ADMINISTRATOR';
ALTER TYPE "Role" ADD VALUE 'AUDIT_ADMINISTRATOR';

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "email" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");
