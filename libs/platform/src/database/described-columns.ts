import { isPlain, type FieldDescriptions } from '../rules/index.ts';
import { toDay } from './columns.ts';

/**
 * What an input says of fields whose values stand in columns of their record, as the columns hold it.
 * A field that the input does not name is left out, so that its column stays as it is.
 */
export function describedColumns<Columns extends object>(
  fields: FieldDescriptions,
  input: Readonly<Record<string, unknown>>,
): Columns {
  const columns: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const value = input[key];
    if (!isPlain(field) || value === undefined || (field.isRequired && value === null)) continue;
    columns[key] = field.kind === 'DAY' ? toDay(value as string | null) : value;
  }
  return columns as Columns;
}
