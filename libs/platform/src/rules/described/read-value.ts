import type { FieldDescription } from './field-description.ts';

/** A field's value as the hub tells it among `describedValues`, in the form in which inputs hold it. */
export function readValue(
  { kind }: FieldDescription,
  value: string | null,
): string | number | boolean | null {
  if (value === null) return null;
  if (kind === 'FLAG') return value === 'true';
  return kind === 'MONEY' ? Number(value) : value;
}
