import { expect, test } from 'vitest';
import { redactValues } from './redact-values.ts';

test('an event shows no value of a sensitive column, and says that there was one', () => {
  const after = { displayName: '科室联络员', email: 'contact@example.org', position: null };
  expect(redactValues('Person', after)).toEqual({ ...after, email: { redacted: true } });
  expect(redactValues('Person', { email: null })).toEqual({ email: null });
});

test.each([
  ['RectificationItem', { title: '问题' }],
  ['AuditLog', { removed: 3 }],
  ['Person', null],
])('nothing else of an event of %s is left out', (subjectType, values) => {
  expect(redactValues(subjectType, values)).toEqual(values);
});
