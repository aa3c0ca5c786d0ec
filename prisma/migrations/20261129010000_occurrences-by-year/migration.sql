-- The occurrences of a year are listed by their days along one index.
DROP INDEX "MechanismOccurrence_slotYear_idx";

CREATE INDEX "MechanismOccurrence_slotYear_dueOn_id_idx" ON "MechanismOccurrence"("slotYear", "dueOn", "id");
