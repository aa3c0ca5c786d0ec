import { expect, test } from 'vitest';
import { addDocumentInput, addDocumentVersionInput } from './index.ts';

const fieldsOf = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  (result.error?.issues ?? []).map(({ path }) => path[0]);

test.each<[string, object, string[]]>([
  ['a title', { title: '办法' }, []],
  [
    'an action for an item',
    { title: '办法', action: 'REVISE', itemId: 'i', measureId: 'm', actedOn: '2025-06-30' },
    [],
  ],
  ['no title', { title: '' }, ['title']],
  ['a title of 301 characters', { title: '长'.repeat(301) }, ['title']],
  ['a measure without its item', { title: '办法', action: 'REVISE', measureId: 'm' }, ['itemId']],
  ['an item without an action', { title: '办法', itemId: 'i' }, ['action']],
  ['a day without an action', { title: '办法', actedOn: '2025-06-30' }, ['action']],
  ['an unknown status', { title: '办法', status: 'DONE' }, ['status']],
])('a document with %s', (_title, input, wrong) => {
  expect(fieldsOf(addDocumentInput.safeParse(input))).toEqual(wrong);
});

test.each<[string, object, string[]]>([
  ['a text', { text: '正文' }, []],
  ['a number alone', { documentNumber: '1号' }, []],
  ['issue and effect on one day', { issuedOn: '2025-07-01', effectiveOn: '2025-07-01' }, []],
  ['effect before issue', { issuedOn: '2025-07-02', effectiveOn: '2025-07-01' }, ['effectiveOn']],
  ['nothing', {}, ['documentNumber']],
  ['only empty fields', { text: ' ', issuedOn: '' }, ['documentNumber']],
])('a version with %s', (_title, input, wrong) => {
  expect(fieldsOf(addDocumentVersionInput.safeParse(input))).toEqual(wrong);
});
