import { describe, expect, test } from 'vitest';
import { isIsoDate, optionalDate, optionalText, requiredText, todayInShanghai } from './fields.ts';

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

  test('keeps whole pairs and counts as missing when empty', () => {
    expect(optionalText(50).parse('𠮷😀')).toBe('𠮷😀');
    expect(optionalText(50).parse(' ')).toBeNull();
  });
});
