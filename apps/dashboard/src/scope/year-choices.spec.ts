import { expect, it } from 'vitest';
import { yearChoices } from './year-choices.ts';

it.each([
  { starts: ['2024-09-09', null], chosen: undefined, years: [2026, 2025, 2024] },
  { starts: [], chosen: undefined, years: [2026] },
  { starts: ['2025-01-01'], chosen: 2019, years: [2026, 2025, 2019] },
  { starts: ['2027-01-01'], chosen: undefined, years: [2026] },
])('rounds from $starts with $chosen chosen offer $years', ({ starts, chosen, years }) => {
  expect(yearChoices(starts, 2026, chosen)).toEqual(years);
});
