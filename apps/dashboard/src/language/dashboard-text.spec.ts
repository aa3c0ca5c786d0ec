import { describe, expect, it } from 'vitest';
import { dashboardChinese } from './dashboard-chinese.ts';
import { dashboardEnglish } from './dashboard-english.ts';

type Text = { [key: string]: string | Text };

function flat(text: Text, path = ''): [string, string][] {
  return Object.entries(text).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  );
}

const chinese = flat(dashboardChinese);
const english = new Map(flat(dashboardEnglish));
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('Every text of the dashboard', () => {
  it('stands in both languages', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort());
  });

  it.each(chinese)('%s takes the same values in both', (key, text) => {
    expect(placeholders(english.get(key) ?? '')).toEqual(placeholders(text));
    expect(english.get(key)).not.toMatch(/\p{Script=Han}/u);
  });
});
