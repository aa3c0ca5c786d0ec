import { describe, expect, test } from 'vitest';
import { changedFields, showsValues } from './audit-log.ts';

describe('what the audit log shows of an event', () => {
  test.each([
    ['CHANGE', 'Person', true],
    ['CHANGE', 'RectificationItem', false],
    ['CHANGE', 'SomethingNew', false],
    ['READ', 'Evidence', true],
    ['EXPORT', 'Export', true],
  ])('of a %s of %s, values: %s', (kind, subjectType, shown) => {
    expect(showsValues({ kind, subjectType })).toBe(shown);
  });

  test.each([
    [null, null, []],
    [null, { b: 1, a: null }, ['a', 'b']],
    [{ a: 1, b: [1, 2] }, { a: 1, b: [2, 1] }, ['b']],
    [{ a: 1 }, { b: 2 }, ['a', 'b']],
    ['text', { a: 1 }, ['a']],
  ])('from %j to %j the fields %j changed', (before, after, fields) => {
    expect(changedFields(before, after)).toEqual(fields);
  });
});
