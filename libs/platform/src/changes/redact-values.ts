import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';
import type { LedgerSpec } from './log-form.ts';

/** What stands in an event for a value that its reader may not see. */
const REDACTED = { redacted: true } as const;

/**
 * The values of an event as they are shown: those of columns marked `@sensitive` are left out, whatever
 * form they are stored in, and of rows in its lists that say by a column marked `@masks` that they are masked.
 *
 * @param subjectType the Prisma model of the row that the event tells of.
 */
export function redactValues(subjectType: string, values: unknown): unknown {
  const spec = specOf(subjectType);
  if (!spec || typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [column, redacted(spec, column, value)]),
  );
}

function redacted({ sensitive, lists }: LedgerSpec, column: string, value: unknown): unknown {
  if (sensitive.includes(column)) return value === null ? null : REDACTED;
  const list = lists[column];
  const masks = list && maskOf(list.model);
  if (!masks || !Array.isArray(value)) return value;
  return value.map((row: unknown) => ((row as Record<string, unknown>)[masks] ? REDACTED : row));
}

const MODELS = LEDGER_MODELS as Record<string, unknown>;

/** What is said of a model's own rows; nothing for rows that stand in the events of others. */
function specOf(model: string): LedgerSpec | null {
  const spec = MODELS[model] as Partial<LedgerSpec> | undefined;
  return spec?.sensitive && spec.lists ? (spec as LedgerSpec) : null;
}

/** The column by which a row without an id says that not everybody may read it. */
const maskOf = (part: string): string | undefined =>
  (MODELS[part] as { masks?: readonly string[] } | undefined)?.masks?.[0];
