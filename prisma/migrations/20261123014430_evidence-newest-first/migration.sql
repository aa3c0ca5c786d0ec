-- The list of evidence reads newest first and stops when a page is full.
CREATE INDEX "Evidence_uploadedAt_id_idx" ON "Evidence"("uploadedAt", "id");
