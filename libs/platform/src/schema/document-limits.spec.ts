import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { DOCUMENT_LIMITS, findExcess } from './document-limits.ts';

const each = (times: number, word: (n: number) => string) =>
  Array.from({ length: times }, (_, n) => word(n)).join(' ');

test.each<[keyof typeof DOCUMENT_LIMITS, (times: number) => string]>([
  ['tokens', (n) => `{${each(n - 2, (i) => `f${i}`)}}`],
  ['nesting', (n) => '{a'.repeat(n) + '}'.repeat(n)],
  ['nesting', (n) => `{a(b:${'['.repeat(n - 2)}`],
  ['aliases', (n) => `{${each(n, (i) => `a${i}: b${i}`)}}`],
  ['aliases', (n) => `{a @include(if: true) {${each(n, (i) => `a${i}: b${i}(c: {d: 1})`)}}}`],
  ['directives', (n) => `{${each(n, (i) => `f${i} @a(b: $c)`)}}`],
  ['directivesInOnePlace', (n) => `{f ${'@a(if: true) '.repeat(n)} g}`],
  ['directivesInOnePlace', (n) => `{...F ${'@a '.repeat(n)}}`],
  ['variables', (n) => `query(${each(n, (i) => `$v${i}: Int`)}) {a}`],
  ['spreads', (n) => `{${'...F '.repeat(n)}}`],
  ['repeatsInOnePlace', (n) => `{${'a '.repeat(n)}}`],
  ['repeatsInOnePlace', (n) => `{${each(n, () => 'on: x @on')}}`],
  ['repeats', (n) => `{${each(n, (i) => `f${i}{a}`)}}`],
])('%s are counted to their limit and no further', (limit, document) => {
  expect(findExcess(document(DOCUMENT_LIMITS[limit]))).toBeNull();
  expect(findExcess(document(DOCUMENT_LIMITS[limit] + 1))).toBe(limit);
});

test('arguments, literals, types and texts are no aliases, fields or directives', () => {
  const values = each(200, (n) => `k${n}: {status: [OPEN], on: "@a @b { a: b }"}`);
  expect(
    findExcess(`query Q($f: F = {a: 1}) { items(filter: {${values}}) { ... on T { id } } }`),
  ).toBeNull();
});

test('what is no document is left to the parser', () => {
  for (const document of ['', '}}}}', '{a(', '"', '{a ? b}'])
    expect(findExcess(document)).toBeNull();
});

test('what tools ask of a schema is within the limits', () => {
  expect(findExcess(getIntrospectionQuery())).toBeNull();
});
