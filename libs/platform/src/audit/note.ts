import type { NoteDefinition } from '../rules/define-events.ts';
import type { NewEvent } from './append-events.ts';

/** The entry in the log of something that changed no row: a sign-in, a read, an export, a reminder. */
export const note = (
  { type, subject, kind }: NoteDefinition<string>,
  about: Omit<NewEvent, 'type' | 'subjectType' | 'kind'>,
): NewEvent => ({ type, subjectType: subject, kind, ...about });
