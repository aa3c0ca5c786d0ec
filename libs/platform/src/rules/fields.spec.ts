import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sumTenths } from './sum-tenths.ts';
import { cleanLine, cleanText, foldText } from './clean-text.ts';
import {
  isIsoDate,
  optionalDate,
  optionalKey,
  optionalLine,
  optionalText,
  requiredKey,
  requiredLine,
  requiredText,
  secretText,
  sourceText,
  todayInShanghai,
} from './fields.ts';

describe('a day', () => {
  test.each(['2025-02-07', '2024-02-29', '1900-01-01', '2199-12-31'])('%s exists', (day) => {
    expect(isIsoDate(day)).toBe(true);
  });

  test.each(['2025-02-29', '2025-13-01', '2025-2-7', '1899-12-31', '2200-01-01', '', 'today'])(
    '%s is none',
    (day) => {
      expect(isIsoDate(day)).toBe(false);
    },
  );

  test('ends with the day in China, not in UTC', () => {
    expect(todayInShanghai(new Date('2025-06-30T15:59:59Z'))).toBe('2025-06-30');
    expect(todayInShanghai(new Date('2025-06-30T16:00:00Z'))).toBe('2025-07-01');
  });

  test('may be left empty where it is optional', () => {
    expect(optionalDate.parse('')).toBeNull();
    expect(optionalDate.safeParse('2025-02-30').success).toBe(false);
  });
});

test.each([
  [[0.1, 0.2], 0.3],
  [[1.1, 2.2, 3.3], 6.6],
  [Array<number>(10).fill(0.1), 1],
  [[], 0],
])('the sum of %j is %d, exactly', (values, sum) => expect(sumTenths(values)).toBe(sum));

describe('a text', () => {
  test('is trimmed and must say something where it is required', () => {
    expect(requiredText(10).parse('  整改 ')).toBe('整改');
    expect(requiredText(10).safeParse(' \t ').success).toBe(false);
    expect(requiredText(2).safeParse('三个字').success).toBe(false);
  });

  test.each(['NUL \u0000', 'half a pair \uD83D'])(
    'with what cannot be stored is refused: %j',
    (text) => {
      expect(requiredText(50).safeParse(text).success).toBe(false);
      expect(optionalText(50).safeParse(text).success).toBe(false);
    },
  );

  test.each<[string, string, string]>([
    ['zero-width signs', '整\u200b改\u200c方\u200d案\ufeff', '整改方案'],
    [
      'direction marks',
      'a\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069b',
      'ab',
    ],
    ['invisible operators', 'a\u2060\u2061\u2062\u2063\u2064b', 'ab'],
    ['controls of both sets', 'a\u0001\u0007\u001b\u007f\u0080\u009fb', 'ab'],
    ['soft hyphens, fillers and tags', 'a\u00ad\u3164\uffa0\u{e0041}\ufff9b', 'ab'],
    ['ends of line of all systems', 'a\r\nb\rc\u2028d\u2029e\u0085f', 'a\nb\nc\nd\ne\nf'],
    ['two spellings of a letter', 'e\u0301', 'é'],
  ])('is cleaned of %s', (_title, given, clean) => {
    expect(cleanText(given)).toBe(clean);
    expect(requiredText(50).parse(given)).toBe(clean);
    expect(optionalText(50).parse(given)).toBe(clean);
    expect(requiredLine(50).parse(given)).toBe(clean.replaceAll('\n', ' '));
    expect(optionalLine(50).parse(given)).toBe(clean.replaceAll('\n', ' '));
  });

  test.each([
    '葛\u{e0100}城',
    '☎\ufe0e',
    '全角ＡＢＣ１２３',
    '㎡',
    '\u3000'.repeat(2) + '段',
    '甲\t乙',
  ])('%j keeps what shows', (text) => expect(cleanText(`x${text}`)).toBe(`x${text}`));

  test('of one line has no other', () => {
    expect(cleanLine('关于\n　　整改\r\n\t方案 \n')).toBe('关于 整改 方案');
  });

  test('of invisible signs alone says nothing', () => {
    expect(requiredText(10).safeParse('\u200b\u2060\ufeff').success).toBe(false);
    expect(optionalText(10).parse('\u200b')).toBeNull();
  });

  test('is measured after cleaning', () => {
    expect(requiredText(2).parse('整\u200b\u200b改')).toBe('整改');
  });

  test('that is cited, or secret, stays as it came', () => {
    expect(sourceText(50).parse(' a\u200b\r\nb ')).toBe('a\u200b\r\nb');
    expect(secretText(50).parse(' a\u200bb ')).toBe(' a\u200bb ');
    for (const rule of [sourceText(50), secretText(50), requiredKey, optionalKey])
      expect([rule.safeParse('\0').success, rule.safeParse('\ud800').success]).toEqual([
        false,
        false,
      ]);
  });

  test('is compared without width and case', () => {
    expect(foldText('ＭＨ－１．２')).toBe(foldText('mh-1.2'));
  });

  test.each<[string, z.ZodType, unknown]>([
    ['too long', z.string().max(2), 'abc'],
    ['too many', z.array(z.string()).max(1), ['a', 'b']],
    ['too much', z.number().max(1), 2],
    ['too little', z.number().min(1), 0],
    ['nothing', z.string(), undefined],
    ['of another kind', z.string(), 1],
    ['no choice', z.enum(['A']), 'B'],
    ['of another form', z.email(), 'x'],
  ])('%s is told in both languages', (_title, schema, value) => {
    expect(schema.safeParse(value).error?.issues[0]?.message).toMatch(
      /\p{Script=Han}.* \/ .*[a-z]/u,
    );
  });

  test('keeps whole pairs and counts as missing when empty', () => {
    expect(optionalText(50).parse('𠮷😀')).toBe('𠮷😀');
    expect(optionalText(50).parse(' ')).toBeNull();
  });
});
