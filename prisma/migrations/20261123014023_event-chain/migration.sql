CREATE TYPE "EventKind" AS ENUM ('CHANGE', 'SIGN_IN', 'READ', 'EXPORT');
CREATE TYPE "HashAlgorithm" AS ENUM ('SM3', 'SHA256');

ALTER TABLE "Event"
  ADD COLUMN "kind" "EventKind" NOT NULL DEFAULT 'CHANGE',
  ALTER COLUMN "subjectId" DROP NOT NULL;

DROP INDEX "Event_actorPersonId_idx";
CREATE INDEX "Event_actorPersonId_id_idx" ON "Event" ("actorPersonId", "id");
CREATE INDEX "Event_organizationId_id_idx" ON "Event" ("organizationId", "id");
CREATE INDEX "Event_type_id_idx" ON "Event" ("type", "id");
CREATE INDEX "Event_address_id_idx" ON "Event" ("address", "id");
CREATE INDEX "Event_kind_occurredAt_idx" ON "Event" ("kind", "occurredAt");
CREATE INDEX "Event_occurredAt_idx" ON "Event" ("occurredAt");

CREATE TABLE "EventLink" (
  "position" BIGINT NOT NULL,
  "eventId" BIGINT NOT NULL,
  "kind" "EventKind" NOT NULL,
  "occurredAt" TIMESTAMPTZ(3) NOT NULL,
  "algorithm" "HashAlgorithm" NOT NULL,
  "contentHash" TEXT NOT NULL,
  "linkHash" TEXT NOT NULL,

  CONSTRAINT "EventLink_pkey" PRIMARY KEY ("position"),
  CONSTRAINT "EventLink_counts_from_1" CHECK ("position" >= 1)
);
CREATE UNIQUE INDEX "EventLink_eventId_key" ON "EventLink" ("eventId");

CREATE TABLE "EventChain" (
  "id" BOOLEAN NOT NULL DEFAULT true,
  "position" BIGINT NOT NULL,
  "linkHash" TEXT NOT NULL,
  "algorithm" "HashAlgorithm" NOT NULL,
  "startedAt" TIMESTAMPTZ(3),

  CONSTRAINT "EventChain_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "EventChain_is_one" CHECK ("id")
);
INSERT INTO "EventChain" ("position", "linkHash", "algorithm") VALUES (0, repeat('0', 64), 'SM3');

-- What happened stays written. A purge names its moment for its transaction alone, and even then
-- nothing but sign-ins, reads and exports goes, and nothing younger than the law's six months.
CREATE OR REPLACE FUNCTION "refuse_event_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."kind" <> 'CHANGE'
      AND OLD."occurredAt" < nullif(current_setting('taizhang.purge_before', true), '')::timestamptz
      AND OLD."occurredAt" < now() - interval '184 days'
    THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'events are only ever appended' USING ERRCODE = 'restrict_violation';
END $$;

CREATE FUNCTION "refuse_link_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'links of events are only ever appended' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "EventLink_is_append_only" BEFORE UPDATE OR DELETE ON "EventLink"
  FOR EACH ROW EXECUTE FUNCTION "refuse_link_change"();
CREATE TRIGGER "EventLink_is_never_truncated" BEFORE TRUNCATE ON "EventLink"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_link_change"();
CREATE TRIGGER "EventChain_stays" BEFORE DELETE OR TRUNCATE ON "EventChain"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_link_change"();
