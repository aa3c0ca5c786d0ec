import type { Caller, Database } from '@taizhang/platform';
import { fieldOf, seesField } from './rules/index.ts';
import { definitionOf } from './stored-value.ts';
import { visibleEntries } from './visible-registers.ts';

/** The file that an entry names in a field; null when the caller may not see the entry, or that field of it. */
export async function findEntryFile(db: Database, caller: Caller, entryId: string, key: string) {
  const entry = await db.registerEntry.findFirst({
    where: { id: entryId, AND: [visibleEntries(caller)] },
    select: {
      organizationId: true,
      unitId: true,
      registerVersion: { select: { definition: true } },
      values: { where: { key, kind: 'FILE' } },
    },
  });
  const value = entry?.values[0];
  const definition = entry && definitionOf(entry.registerVersion);
  const field = definition && fieldOf(definition, key);
  if (!value?.recordId || !field || !seesField(caller, definition, field, entry)) return null;
  const file = await db.storedFile.findUnique({
    where: { id: value.recordId },
    select: { sha256: true, byteSize: true, mediaType: true },
  });
  return (
    file && { id: entryId, fileName: value.text ?? key, file, organizationId: entry.organizationId }
  );
}
