import type pg from 'pg';
import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';

/**
 * Installs what makes a test database refuse, at the commit, a transaction that changed a row of the ledger
 * without telling of it: for each version of a row there is an event, for a row that went one that says so,
 * and for a list of rows without an id one of its owner that holds it.
 */
export async function guardEvents(pool: pg.Pool): Promise<void> {
  await pool.query(FUNCTIONS);
  for (const [model, spec] of Object.entries(LEDGER_MODELS)) {
    if (spec.mark === 'ledger') await pool.query(guardRows(model, spec.housekeeping));
    if (spec.mark === 'part') await pool.query(guardPart(model, spec));
  }
}

const FUNCTIONS = `
CREATE FUNCTION "refuse_untold_row"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM "Event" WHERE "subjectType" = TG_TABLE_NAME AND "subjectId" = OLD."id" AND "operation" = 'REMOVE') THEN
      RAISE EXCEPTION 'A % was removed without an event', TG_TABLE_NAME;
    END IF;
  ELSIF TG_OP = 'INSERT' OR (to_jsonb(OLD) - TG_ARGV) IS DISTINCT FROM (to_jsonb(NEW) - TG_ARGV) THEN
    IF (TG_OP = 'UPDATE' AND OLD."version" = NEW."version")
      OR NOT EXISTS (SELECT FROM "Event" WHERE "subjectType" = TG_TABLE_NAME AND "subjectId" = NEW."id"
        AND "operation" IS NOT NULL AND "subjectVersion" = NEW."version") THEN
      RAISE EXCEPTION 'A % was written without an event: version % of %', TG_TABLE_NAME, NEW."version", to_jsonb(NEW);
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "refuse_untold_part"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE owner UUID := (to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END) ->> TG_ARGV[1])::uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM "Event" WHERE "subjectType" = TG_ARGV[0] AND "subjectId" = owner
      AND "xmin" = pg_current_xact_id()::xid AND ("operation" = 'REMOVE' OR "after" ? TG_ARGV[2])) THEN
    RAISE EXCEPTION 'A % was written without an event of its %', TG_TABLE_NAME, TG_ARGV[0];
  END IF;
  RETURN NULL;
END $$;`;

const guardRows = (model: string, housekeeping: readonly string[]) => `
CREATE CONSTRAINT TRIGGER "${model}_is_told" AFTER INSERT OR UPDATE OR DELETE ON "${model}"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "refuse_untold_row"(${housekeeping.map((column) => `'${column}'`).join(', ')})`;

function guardPart(part: string, { owner, ownerModel }: { owner: string; ownerModel: string }) {
  const { lists } = LEDGER_MODELS[ownerModel as 'RectificationItem'];
  const list = Object.entries(lists).find(([, { model }]) => String(model) === part)![0];
  return `
CREATE CONSTRAINT TRIGGER "${part}_is_told" AFTER INSERT OR UPDATE OR DELETE ON "${part}"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION "refuse_untold_part"('${ownerModel}', '${owner}', '${list}')`;
}
