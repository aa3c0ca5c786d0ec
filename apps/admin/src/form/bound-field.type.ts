import type { Control, FieldPath, FieldValues } from 'react-hook-form';

/** What each field of a react-hook-form form is given. */
export interface BoundField<Values extends FieldValues, Output> {
  control: Control<Values, unknown, Output>;
  name: FieldPath<Values>;
  label: string;
  hint?: string | undefined;
  required?: boolean | undefined;
}
