-- The key by which another system knows a record is seen with the record: it hangs on it, and on whatever hangs on
-- it. An account, a role and an identity elsewhere hang on their person, who may come to another organization.

ALTER FUNCTION "ledger_below"(TEXT, UUID) RENAME TO "ledger_rows_below";

CREATE FUNCTION "ledger_below"(above_model TEXT, above UUID) RETURNS TABLE ("model" TEXT, "id" UUID) LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
BEGIN
  IF above_model = 'Person' THEN
    RETURN QUERY
      SELECT 'Account', t."id" FROM "Account" t WHERE t."personId" = above
      UNION ALL SELECT 'ExternalIdentity', t."id" FROM "ExternalIdentity" t WHERE t."personId" = above
      UNION ALL SELECT 'RoleAssignment', t."id" FROM "RoleAssignment" t WHERE t."personId" = above;
  END IF;
  RETURN QUERY
    WITH below AS (
      SELECT b."model", b."id" FROM "ledger_rows_below"(above_model, above) b
    )
    SELECT below."model", below."id" FROM below
    UNION SELECT 'ExternalRef', r."id" FROM "ExternalRef" r WHERE r."subjectType" = above_model AND r."subjectId" = above
    UNION SELECT 'ExternalRef', r."id" FROM below JOIN "ExternalRef" r ON r."subjectType" = below."model" AND r."subjectId" = below."id";
END $$;
