-- Text filters look into one column a table, where half and full width are the same. The database
-- writes it, so that it can never differ from the columns that it comes from.
ALTER TABLE "Person" ADD COLUMN "filterText" TEXT GENERATED ALWAYS AS (normalize("displayName" || E'\n' || coalesce("position", ''), NFKC)) STORED;
ALTER TABLE "ApiClient" ADD COLUMN "filterText" TEXT GENERATED ALWAYS AS (normalize("name", NFKC)) STORED;
ALTER TABLE "InspectionRound" ADD COLUMN "filterText" TEXT GENERATED ALWAYS AS (normalize("title" || E'\n' || "code", NFKC)) STORED;
ALTER TABLE "RectificationItem" ADD COLUMN "filterText" TEXT GENERATED ALWAYS AS (normalize("title" || E'\n' || "code" || E'\n' || coalesce("description", ''), NFKC)) STORED;
ALTER TABLE "Evidence" ADD COLUMN "filterText" TEXT GENERATED ALWAYS AS (normalize("fileName", NFKC)) STORED;
ALTER TABLE "InstitutionalDocument" ADD COLUMN "filterText" TEXT GENERATED ALWAYS AS (normalize("title", NFKC)) STORED;
ALTER TABLE "Training" ADD COLUMN "filterText" TEXT GENERATED ALWAYS AS (normalize("topic", NFKC)) STORED;
