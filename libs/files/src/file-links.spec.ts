import { expect, test } from 'vitest';
import { fileLinks } from './file-links.ts';

const NOW = new Date('2027-01-09T08:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const queryOf = (link: string) => new URL(link, 'http://hub').searchParams;

const links = fileLinks('a secret of the test');
const query = queryOf(links.link('evidence', 'person:a', NOW));

test('a link works for the caller whom it was made for, for five minutes', () => {
  expect(links.isValid('evidence', 'person:a', query, NOW)).toBe(true);
  expect(links.isValid('evidence', 'person:a', query, later(4.9))).toBe(true);
  expect(links.isValid('evidence', 'person:a', query, later(5))).toBe(false);
});

test('nobody else, nothing else and no other hub’s secret goes with it', () => {
  expect(links.isValid('evidence', 'person:b', query, NOW)).toBe(false);
  expect(links.isValid('another', 'person:a', query, NOW)).toBe(false);
  expect(fileLinks('another secret').isValid('evidence', 'person:a', query, NOW)).toBe(false);
});

test('its end cannot be put off', () => {
  const longer = new URLSearchParams(query);
  longer.set('expires', String(later(60).getTime()));
  expect(links.isValid('evidence', 'person:a', longer, NOW)).toBe(false);
  longer.delete('signature');
  expect(links.isValid('evidence', 'person:a', longer, NOW)).toBe(false);
});
