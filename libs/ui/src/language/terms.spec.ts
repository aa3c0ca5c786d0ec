import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { termsChinese } from './terms-chinese.ts';
import { termsEnglish } from './terms-english.ts';

const schema = readFileSync(
  join(import.meta.dirname, '../../../../schema.graphql'),
  'utf8',
).replace(/"""[\s\S]*?"""/g, '');

/** Enums that order rows are chosen by clicking a heading; kinds of events have their words in their catalogue. */
const isUnspoken = (name: string) =>
  name === 'SortDirection' || name === 'EventType' || name.endsWith('OrderField');

const enums = [...schema.matchAll(/^enum (\w+) \{([^}]*)\}/gm)]
  .map(([, name = '', body = '']) => ({ name, values: body.match(/\w+/g) ?? [] }))
  .filter(({ name }) => !isUnspoken(name));

describe('the labels of the schema’s enums', () => {
  it('are read from a schema that has enums', () => {
    expect(enums.map(({ name }) => name)).toContain('ItemStatus');
  });

  it.each([
    ['Chinese', termsChinese],
    ['English', termsEnglish],
  ] as const)('name every value in %s and nothing else', (_language, terms) => {
    const labelled = Object.entries(terms).map(([name, values]) => [
      name,
      Object.keys(values).sort(),
    ]);
    const expected = enums.map(({ name, values }) => [name, [...values].sort()]);
    expect(Object.fromEntries(labelled)).toEqual(Object.fromEntries(expected));
    expect(Object.values(terms).flatMap((values) => Object.values(values))).not.toContain('');
  });
});
