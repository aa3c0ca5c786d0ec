import {
  isPlain,
  readValue,
  type FieldDescription,
  type FieldDescriptions,
  type FieldValue,
  type PlainKind,
} from '@taizhang/platform/rules';

/** A field of a record with its value, as the hub lists it. */
export interface DescribedValue {
  key: string;
  value: string | null;
}

type FormValues<Fields extends FieldDescriptions> = {
  [Key in keyof Fields as Fields[Key]['kind'] extends PlainKind ? Key : never]:
    FieldValue<Fields[Key]> | (Fields[Key] extends { isRequired: true } ? never : null);
};

/** What a form begins with: the stored values of the plain fields, in the form that their inputs hold. */
export function formValues<Fields extends FieldDescriptions>(
  fields: Fields,
  values: readonly DescribedValue[],
): FormValues<Fields> {
  const stored = new Map(values.map(({ key, value }) => [key, value]));
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, field]) => isPlain(field))
      .map(([key, field]) => [key, valueOf(field, stored.get(key) ?? null)]),
  ) as FormValues<Fields>;
}

function valueOf(field: FieldDescription, value: string | null): unknown {
  if (field.kind === 'TEXT' || field.kind === 'LONG_TEXT') return value ?? '';
  return readValue(field, value);
}
