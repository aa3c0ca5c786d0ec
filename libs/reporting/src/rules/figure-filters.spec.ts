import { expect, test } from 'vitest';
import { documentsInScope, measuresInScope, trainingsInScope } from './figure-filters.ts';

test.each([
  ['2025-02', '2025-02-28'],
  ['2024-02', '2024-02-29'],
  ['2025-12', '2025-12-31'],
  ['2025-04', '2025-04-30'],
])('%s ends on %s', (month, actedTo) => {
  expect(documentsInScope({}, { month })).toEqual({ actedFrom: `${month}-01`, actedTo });
});

test('a month narrows more than a year, and no day at all is neither', () => {
  const scope = { year: 2025, roundId: 'r1' };
  expect(trainingsInScope(scope)).toMatchObject({ heldFrom: '2025-01-01', heldTo: '2025-12-31' });
  expect(trainingsInScope(scope, { month: '2025-03' })).toMatchObject({ heldFrom: '2025-03-01' });
  expect(documentsInScope(scope, { kind: 'REVISE', month: null })).toEqual({
    roundId: ['r1'],
    action: ['REVISE'],
    undated: true,
  });
});

test('measures are counted within the items of the scope', () => {
  expect(measuresInScope({ year: 2025 }, 'isCompleted')).toEqual({
    item: { year: 2025 },
    status: ['ACCEPTED'],
  });
});
