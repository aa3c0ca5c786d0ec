CREATE TYPE "SearchKind" AS ENUM ('RECTIFICATION_ITEM', 'CORRECTIVE_MEASURE', 'INSTITUTIONAL_DOCUMENT', 'TRAINING');

CREATE TABLE "SearchEntry" (
  "recordId" UUID NOT NULL,
  "kind" "SearchKind" NOT NULL,
  "readers" TEXT[],
  "vector" tsvector NOT NULL,

  CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("recordId")
);
-- One index for the words and for who may read: a scan reads only what both leave.
CREATE INDEX "SearchEntry_vector_readers_idx" ON "SearchEntry" USING GIN ("vector", "readers");

CREATE TABLE "SearchQueue" (
  "id" BIGSERIAL NOT NULL,
  "kind" "SearchKind" NOT NULL,
  "recordId" UUID NOT NULL,

  CONSTRAINT "SearchQueue_pkey" PRIMARY KEY ("id")
);

-- The queue is only appended to, so that two transactions on one record never wait for each other here.
-- Once a statement, not once a row: a bulk load queues as fast as it inserts.

-- Arguments: the kind of record, and the column of the changed table that holds its key.
CREATE FUNCTION "queue_search"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO "SearchQueue" ("kind", "recordId") SELECT DISTINCT $1::"SearchKind", %I FROM changed',
    TG_ARGV[1]) USING TG_ARGV[0];
  RETURN NULL;
END $$;

-- A moved session or version leaves one record and joins another: the one that it left is queued too.
CREATE FUNCTION "queue_search_moved"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'INSERT INTO "SearchQueue" ("kind", "recordId") SELECT $1::"SearchKind", %1$I FROM changed
     UNION SELECT $1::"SearchKind", %1$I FROM earlier', TG_ARGV[1]) USING TG_ARGV[0];
  RETURN NULL;
END $$;

-- Whoever may read an item may read what hangs on it, so a change of its places reaches those.
CREATE FUNCTION "queue_search_below_items"(items UUID[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "SearchQueue" ("kind", "recordId")
  SELECT 'CORRECTIVE_MEASURE'::"SearchKind", "id" FROM "CorrectiveMeasure" WHERE "itemId" = ANY (items)
  UNION SELECT 'INSTITUTIONAL_DOCUMENT', "documentId" FROM "DocumentAction" WHERE "itemId" = ANY (items)
  UNION SELECT 'TRAINING', "id" FROM "Training" WHERE "itemId" = ANY (items)
$$;

CREATE FUNCTION "queue_search_moved_items"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE moved UUID[];
BEGIN
  SELECT array_agg(c."id") INTO moved FROM changed c JOIN earlier e ON e."id" = c."id"
  WHERE (e."organizationId", e."responsibleUnitId", e."code")
    IS DISTINCT FROM (c."organizationId", c."responsibleUnitId", c."code");
  IF moved IS NOT NULL THEN PERFORM "queue_search_below_items"(moved); END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "queue_search_supported_items"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE supported UUID[];
BEGIN
  SELECT array_agg(DISTINCT "itemId") INTO supported FROM changed;
  IF supported IS NOT NULL THEN
    INSERT INTO "SearchQueue" ("kind", "recordId")
      SELECT 'RECTIFICATION_ITEM', "id" FROM unnest(supported) AS items("id");
    PERFORM "queue_search_below_items"(supported);
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "RectificationItem_search_insert" AFTER INSERT ON "RectificationItem" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('RECTIFICATION_ITEM', 'id');
CREATE TRIGGER "RectificationItem_search_update" AFTER UPDATE ON "RectificationItem" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('RECTIFICATION_ITEM', 'id');
CREATE TRIGGER "RectificationItem_search_delete" AFTER DELETE ON "RectificationItem" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('RECTIFICATION_ITEM', 'id');
CREATE TRIGGER "CorrectiveMeasure_search_insert" AFTER INSERT ON "CorrectiveMeasure" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('CORRECTIVE_MEASURE', 'id');
CREATE TRIGGER "CorrectiveMeasure_search_update" AFTER UPDATE ON "CorrectiveMeasure" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('CORRECTIVE_MEASURE', 'id');
CREATE TRIGGER "CorrectiveMeasure_search_delete" AFTER DELETE ON "CorrectiveMeasure" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('CORRECTIVE_MEASURE', 'id');
CREATE TRIGGER "InstitutionalDocument_search_insert" AFTER INSERT ON "InstitutionalDocument" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('INSTITUTIONAL_DOCUMENT', 'id');
CREATE TRIGGER "InstitutionalDocument_search_update" AFTER UPDATE ON "InstitutionalDocument" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('INSTITUTIONAL_DOCUMENT', 'id');
CREATE TRIGGER "InstitutionalDocument_search_delete" AFTER DELETE ON "InstitutionalDocument" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('INSTITUTIONAL_DOCUMENT', 'id');
CREATE TRIGGER "Training_search_insert" AFTER INSERT ON "Training" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('TRAINING', 'id');
CREATE TRIGGER "Training_search_update" AFTER UPDATE ON "Training" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('TRAINING', 'id');
CREATE TRIGGER "Training_search_delete" AFTER DELETE ON "Training" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('TRAINING', 'id');
CREATE TRIGGER "FindingManifestation_search_insert" AFTER INSERT ON "FindingManifestation" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('RECTIFICATION_ITEM', 'itemId');
CREATE TRIGGER "FindingManifestation_search_update" AFTER UPDATE ON "FindingManifestation" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_moved"('RECTIFICATION_ITEM', 'itemId');
CREATE TRIGGER "FindingManifestation_search_delete" AFTER DELETE ON "FindingManifestation" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('RECTIFICATION_ITEM', 'itemId');
CREATE TRIGGER "DocumentVersion_search_insert" AFTER INSERT ON "DocumentVersion" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('INSTITUTIONAL_DOCUMENT', 'documentId');
CREATE TRIGGER "DocumentVersion_search_update" AFTER UPDATE ON "DocumentVersion" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_moved"('INSTITUTIONAL_DOCUMENT', 'documentId');
CREATE TRIGGER "DocumentVersion_search_delete" AFTER DELETE ON "DocumentVersion" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('INSTITUTIONAL_DOCUMENT', 'documentId');
CREATE TRIGGER "DocumentAction_search_insert" AFTER INSERT ON "DocumentAction" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('INSTITUTIONAL_DOCUMENT', 'documentId');
CREATE TRIGGER "DocumentAction_search_update" AFTER UPDATE ON "DocumentAction" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_moved"('INSTITUTIONAL_DOCUMENT', 'documentId');
CREATE TRIGGER "DocumentAction_search_delete" AFTER DELETE ON "DocumentAction" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('INSTITUTIONAL_DOCUMENT', 'documentId');
CREATE TRIGGER "TrainingSession_search_insert" AFTER INSERT ON "TrainingSession" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('TRAINING', 'trainingId');
CREATE TRIGGER "TrainingSession_search_update" AFTER UPDATE ON "TrainingSession" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_moved"('TRAINING', 'trainingId');
CREATE TRIGGER "TrainingSession_search_delete" AFTER DELETE ON "TrainingSession" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search"('TRAINING', 'trainingId');
CREATE TRIGGER "RectificationItem_search_below_update" AFTER UPDATE ON "RectificationItem" REFERENCING OLD TABLE AS earlier NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_moved_items"();
CREATE TRIGGER "RectificationItemSupportingUnit_search_insert" AFTER INSERT ON "RectificationItemSupportingUnit" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_supported_items"();
CREATE TRIGGER "RectificationItemSupportingUnit_search_delete" AFTER DELETE ON "RectificationItemSupportingUnit" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_supported_items"();
-- A row of two keys is never changed in place by the hub; by hand it may be.
CREATE TRIGGER "RectificationItemSupportingUnit_search_update" AFTER UPDATE ON "RectificationItemSupportingUnit"
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION "queue_search_supported_items"();

-- What was there before: the hub works it off in batches while it serves.
INSERT INTO "SearchQueue" ("kind", "recordId")
  SELECT 'RECTIFICATION_ITEM'::"SearchKind", "id" FROM "RectificationItem"
  UNION ALL SELECT 'INSTITUTIONAL_DOCUMENT', "id" FROM "InstitutionalDocument"
  UNION ALL SELECT 'TRAINING', "id" FROM "Training"
  UNION ALL SELECT 'CORRECTIVE_MEASURE', "id" FROM "CorrectiveMeasure";
