CREATE TABLE "LogWatch" (
    "id" BOOLEAN NOT NULL DEFAULT true,
    "checkedAt" TIMESTAMPTZ(3),
    "checkedEvents" INTEGER NOT NULL DEFAULT 0,
    "checkedRows" INTEGER NOT NULL DEFAULT 0,
    "faults" JSONB NOT NULL DEFAULT '[]',
    "anchoredAt" TIMESTAMPTZ(3),
    "anchoredTo" BIGINT,
    "places" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "LogWatch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "LogWatch_is_one" CHECK ("id")
);
INSERT INTO "LogWatch" DEFAULT VALUES;
