-- CreateTable
CREATE TABLE "SearchSetAside" (
    "recordId" UUID NOT NULL,
    "kind" "SearchKind" NOT NULL,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retryAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SearchSetAside_pkey" PRIMARY KEY ("recordId")
);

-- CreateIndex
CREATE INDEX "SearchSetAside_retryAt_idx" ON "SearchSetAside"("retryAt");
