import { describe, expect, it } from 'vitest';
import { pickLanguage } from './pick-language.ts';
import { uiChinese } from './ui-chinese.ts';
import { uiEnglish } from './ui-english.ts';
import { createFormat } from './use-format.ts';

describe('a bilingual message of the hub', () => {
  it.each([
    ['必填 / Required', 'zh', '必填'],
    ['必填 / Required', 'en', 'Required'],
    ['同名文件已存在 / A document 《办法》 exists', 'en', 'A document 《办法》 exists'],
    ['甲 / 乙已定 / Both are set', 'zh', '甲 / 乙已定'],
    ['Failed to fetch', 'zh', 'Failed to fetch'],
    ['措施 1 / 2', 'en', '2'],
  ] as const)('%s in %s is %s', (message, language, expected) => {
    expect(pickLanguage(message, language)).toBe(expected);
  });
});

describe('formats', () => {
  const zh = createFormat('zh');
  const en = createFormat('en');

  it('write a day without moving it over a time zone', () => {
    expect(zh.date('2025-02-07')).toBe('2025年2月7日');
    expect(en.date('2025-02-07')).toBe('7 Feb 2025');
    expect(zh.shortDate('2025-02-07')).toBe('2025-02-07');
  });

  it('write shares with at most two decimals, as the published figures do', () => {
    expect(zh.percent(688 / 697)).toBe('98.71%');
    expect(en.percent(19 / 25)).toBe('76%');
  });

  it('write file sizes in the largest fitting unit', () => {
    expect([0, 1023, 2048, 5 * 1024 * 1024].map((size) => en.fileSize(size))).toEqual([
      '0 B',
      '1,023 B',
      '2 KB',
      '5 MB',
    ]);
  });
});

describe('the shared text', () => {
  const keys = (text: object, path = ''): string[] =>
    Object.entries(text).flatMap(([key, value]) =>
      typeof value === 'string' ? [path + key] : keys(value as object, `${path}${key}.`),
    );

  it('has every key in both languages', () => {
    const singular = (key: string) => key.endsWith('_one');
    expect(
      keys(uiEnglish)
        .filter((key) => !singular(key))
        .sort(),
    ).toEqual(keys(uiChinese).sort());
  });
});
