-- CreateEnum
CREATE TYPE "DuePrecision" AS ENUM ('DAY', 'MONTH_END', 'YEAR_END');

-- AlterTable
ALTER TABLE "RectificationItem" ADD COLUMN     "amountInvolvedFen" BIGINT,
ADD COLUMN     "basis" TEXT,
ADD COLUMN     "cause" TEXT,
ADD COLUMN     "duePrecision" "DuePrecision",
ADD COLUMN     "dueText" TEXT,
ADD COLUMN     "goal" TEXT,
ADD COLUMN     "isInCongressReport" BOOLEAN,
ADD COLUMN     "isKeptUp" BOOLEAN,
ADD COLUMN     "leaderInstruction" TEXT,
ADD COLUMN     "nextStep" TEXT,
ADD COLUMN     "unfinishedReason" TEXT;
