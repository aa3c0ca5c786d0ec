import { describe, expect, it } from 'vitest';
import { adminChinese } from './admin-chinese.ts';
import { adminEnglish } from './admin-english.ts';

function leaves(text: object, path = ''): [string, string][] {
  return Object.entries(text).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as object, `${path}${key}.`)
      : [[`${path}${key}`, String(value)] satisfies [string, string]],
  );
}

const chinese = new Map(leaves(adminChinese));
const english = new Map(leaves(adminEnglish));
const placeholders = (text = '') =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the text of the admin console', () => {
  it('has every key in both languages, none empty', () => {
    const onlyPlural = (key: string) => key.endsWith('_one');
    expect([...english.keys()].filter((key) => !onlyPlural(key)).sort()).toEqual(
      [...chinese.keys()].sort(),
    );
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('has no Chinese in English and fills the same places', () => {
    // An example of a document number is Chinese in any language.
    const examples = new Set(['documents.numberHint']);
    for (const [key, text] of english) {
      if (!examples.has(key)) expect(text, key).not.toMatch(/\p{Script=Han}/u);
      expect(placeholders(text), key).toEqual(
        placeholders(chinese.get(key.replace(/_one$/, '_other'))),
      );
    }
  });
});
