import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import type { SubmissionFailure } from './mutation-failure.ts';

/** Puts the hub's field errors beside the fields they are about, as the form's own rule would. */
export function applyFieldErrors<Values extends FieldValues>(
  failure: SubmissionFailure | null,
  setError: UseFormSetError<Values>,
): void {
  if (failure?.kind !== 'refused' || failure.error.__typename !== 'ValidationError') return;
  for (const { path, message } of failure.error.fieldErrors) {
    const name = path.filter((step) => step !== 'input').join('.');
    if (name) setError(name as FieldPath<Values>, { type: 'hub', message });
  }
}
