import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bilingual } from '../bilingual.ts';
import { describeFields } from './field-description.ts';
import { fieldShape } from './field-input.ts';
import { readValue } from './read-value.ts';
import { fieldHeading, readFen, showFen, showField } from './show-field.ts';

const named = { label: bilingual('试', 'test'), description: '试。Test.' };
const FIELDS = describeFields({
  title: { kind: 'TEXT', max: 5, isRequired: true, ...named },
  cause: { kind: 'LONG_TEXT', max: 20, ...named },
  dueOn: { kind: 'DAY', ...named },
  type: { kind: 'CHOICE', term: 'RectificationType', values: ['IMMEDIATE', 'LONG_TERM'], ...named },
  isKept: { kind: 'FLAG', ...named },
  amount: { kind: 'MONEY', ...named },
  units: { kind: 'ORGANIZATIONS', most: 2, ...named },
});
const schema = z.object(fieldShape(FIELDS));

describe('an input made from descriptions', () => {
  test('takes what the kinds allow, and nothing for what may be missing', () => {
    expect(
      schema.parse({ title: ' 标题 ', amount: 12_345, isKept: false, type: 'LONG_TERM' }),
    ).toEqual({
      title: '标题',
      amount: 12_345,
      isKept: false,
      type: 'LONG_TERM',
    });
  });

  test.each([
    ['title', ''],
    ['title', '超过五个字了'],
    ['cause', 'x'.repeat(21)],
    ['dueOn', '2026-02-30'],
    ['type', 'SOMETHING'],
    ['isKept', 'yes'],
    ['amount', 1.5],
    ['amount', -1],
    ['amount', 2 ** 53],
    ['units', ['a', 'b', 'c']],
  ])('refuses a %s of %j and names it', (key, value) => {
    const { error } = schema.safeParse({ title: '标题', [key]: value });
    expect(new Set(error?.issues.flatMap(({ path }) => path))).toEqual(new Set([key]));
  });
});

test('a value is shown in the words of its kind', () => {
  const words = { term: (term: string, value: string) => `${term}.${value}`, yes: '是', no: '否' };
  expect(showField(FIELDS.type, 'LONG_TERM', words)).toBe('RectificationType.LONG_TERM');
  expect(showField(FIELDS.isKept, false, words)).toBe('否');
  expect(showField(FIELDS.amount, 123_456, words)).toBe('1,234.56');
  expect(showField(FIELDS.cause, null, words)).toBeNull();
});

test('what the hub tells as text is read as the value that it stands for', () => {
  expect(readValue(FIELDS.isKept, 'false')).toBe(false);
  expect(readValue(FIELDS.amount, '123456')).toBe(123_456);
  expect(readValue(FIELDS.cause, '123456')).toBe('123456');
  expect(readValue(FIELDS.isKept, null)).toBeNull();
});

test('a column is headed by the heading in Excel, by the label where there is none', () => {
  expect(fieldHeading(FIELDS.cause)).toEqual({ zh: '试', en: 'test' });
  expect(fieldHeading({ ...FIELDS.cause, heading: '头' })).toEqual({ zh: '头', en: 'test' });
});

test('a sum of fen is written as yuan and read back without a fen lost', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (fen) => {
      expect(readFen(showFen(fen))).toBe(fen);
    }),
    { seed: 20_261_127, numRuns: 500 },
  );
});

test.each([
  ['１,２３４．５ 元', 123_450],
  ['0.07', 7],
  ['12.345', null],
  ['约三万', null],
  ['-1', null],
])('“%s” is read as %j fen', (text, fen) => {
  expect(readFen(text)).toBe(fen);
});
