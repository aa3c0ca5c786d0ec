import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';

/** What stands in an event for a value that its reader may not see. */
const REDACTED = { redacted: true } as const;

/**
 * The values of an event as they are shown: those of columns marked `@sensitive` are left out, whatever
 * form they are stored in.
 *
 * @param subjectType the Prisma model of the row that the event tells of.
 */
export function redactValues(subjectType: string, values: unknown): unknown {
  const sensitive = sensitiveColumns(subjectType);
  if (!sensitive.length || typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      sensitive.includes(column) && value !== null ? REDACTED : value,
    ]),
  );
}

function sensitiveColumns(model: string): readonly string[] {
  const spec = LEDGER_MODELS[model as keyof typeof LEDGER_MODELS] as
    { sensitive?: readonly string[] } | undefined;
  return spec?.sensitive ?? [];
}
