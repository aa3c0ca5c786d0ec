import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { document as record, item, ledgerRow, page, training } from './testing/records.ts';
import { renderAdmin } from './testing/render-admin.tsx';

const MARKUP =
  '<img src=x onerror="alert(1)"><a href="javascript:alert(1)">javascript:alert(1)</a>';
/** Fields that hold what people wrote. */
const WRITTEN = ['title', 'topic', 'text', 'description', 'progress', 'reason', 'note', 'fileName'];

/** A record in which every text that people write is markup. */
function poisoned<Value>(value: Value, field = ''): Value {
  if (typeof value === 'string') return (WRITTEN.includes(field) ? MARKUP : value) as Value;
  if (Array.isArray(value)) return value.map((one: unknown) => poisoned(one, field)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, poisoned(inner as unknown, name)]),
  ) as Value;
}

test.each([
  ['/items', 'AdminItemsPage', { rectificationItems: page('RectificationItem', [ledgerRow]) }],
  ['/items/RectificationItem_1', 'AdminItemPage', { node: item }],
  [
    '/documents',
    'AdminDocumentsPage',
    { institutionalDocuments: page('InstitutionalDocument', [record]) },
  ],
  ['/documents/InstitutionalDocument_1', 'AdminDocumentPage', { node: record }],
  ['/trainings', 'AdminTrainingsPage', { trainings: page('Training', [training]) }],
  ['/trainings/Training_1', 'AdminTrainingPage', { node: training }],
])('%s shows stored markup and links as the text that they are', async (path, operation, data) => {
  renderAdmin({ path, answers: { [operation]: { data: poisoned(data) } } });
  expect((await screen.findAllByText((text) => text.includes(MARKUP))).length).toBeGreaterThan(0);
  expect(document.querySelector('img[onerror], [src="x"], a[href^="javascript:"]')).toBeNull();
});
