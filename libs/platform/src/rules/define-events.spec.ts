import { expect, test } from 'vitest';
import type { NewEvent } from '../audit/append-events.ts';
import { note } from '../audit/note.ts';
import { bilingual } from './bilingual.ts';
import { defineEvents } from './define-events.ts';

const words = bilingual('试', 'test');
const EVENTS = defineEvents({
  PERSON_ADDED: { subject: 'Person', words },
  EXPORTED: { kind: 'EXPORT', subject: 'Export', tells: ['scope'], words },
  SIGNED_OUT: { kind: 'SIGN_IN', subject: 'Person', words },
});

test('an event is what its catalogue says, under the type that it stands under', () => {
  expect(EVENTS.PERSON_ADDED).toEqual({ type: 'PERSON_ADDED', subject: 'Person', words });
  const exported = note(EVENTS.EXPORTED, { subjectId: null, after: { scope: 'MH-WL' } });
  expect(exported).toEqual({
    type: 'EXPORTED',
    kind: 'EXPORT',
    subjectType: 'Export',
    subjectId: null,
    after: { scope: 'MH-WL' },
  });
});

/** What the compiler refuses; it fails where it does not. */
export const refused = () => [
  // @ts-expect-error -- a type that stands in no catalogue
  { type: 'PERSON_RENAMED', subjectType: 'Person', subjectId: null } satisfies NewEvent,
  // @ts-expect-error -- less than the catalogue says is told
  note(EVENTS.EXPORTED, { subjectId: null }),
  // @ts-expect-error -- more than the catalogue says is told
  note(EVENTS.EXPORTED, { subjectId: null, after: { scope: '', password: '' } }),
  // @ts-expect-error -- something told where the catalogue names nothing
  note(EVENTS.SIGNED_OUT, { subjectId: null, after: { name: '' } }),
  // @ts-expect-error -- a change of a row is no note
  note(EVENTS.PERSON_ADDED, { subjectId: null }),
];
