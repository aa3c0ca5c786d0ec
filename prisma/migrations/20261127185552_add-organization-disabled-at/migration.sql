-- AlterTable
ALTER TABLE "Organization" ADD COLUMN     "disabledAt" TIMESTAMPTZ(3);
