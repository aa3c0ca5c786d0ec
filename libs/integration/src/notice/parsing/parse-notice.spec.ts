import { describe, expect, test } from 'vitest';

import { loadFixtures } from '../fixtures/load-fixtures.ts';
import { countTrainings, describeDocuments, plain } from '../fixtures/summarize-notice.ts';
import { parseNotice } from './index.ts';

const fixtures = loadFixtures();
const notices = fixtures.filter((fixture) => !fixture.expected.empty);

test('there are at least twelve notices of different kinds to read', () => {
  expect(notices.length).toBeGreaterThanOrEqual(12);
});

describe.each(notices)('the notice $name, as a reader counted it', ({ text, expected }) => {
  const parsed = parseNotice(text);

  test('has its round', () => {
    expect(parsed.round).toEqual(expected.round);
  });

  test('has its areas, problems and measures', () => {
    expect(parsed.areas.map((area) => area.items.map((item) => item.measures.length))).toEqual(
      expected.measures,
    );
    expect(parsed.areas.every((area) => area.implied)).toBe(expected.implied ?? false);
    if (expected.areaMeasures) {
      expect(parsed.areas.map((area) => area.measures.length)).toEqual(expected.areaMeasures);
    }
  });

  test('has its documents, each with what was done to it, and leaves works of art apart', () => {
    const sorted = Object.fromEntries(
      Object.entries(expected.documents).map(([action, titles]) => [action, [...titles].sort()]),
    );
    expect(describeDocuments(parsed)).toEqual(sorted);
    expect(parsed.works.map((work) => work.title).sort()).toEqual([...expected.works].sort());
  });

  test('has its trainings and meetings', () => {
    expect(countTrainings(parsed)).toEqual(expected.trainings);
    const attended = parsed.trainings.filter((training) => training.direction === 'ATTENDED');
    expect(attended).toHaveLength(expected.attended);
  });

  test('has the totals that it claims and the contacts that it gives', () => {
    for (const [name, value] of Object.entries(expected.stated)) {
      const figure = parsed.stated[name as keyof typeof parsed.stated];
      expect([name, figure?.value ?? null]).toEqual([name, value]);
    }
    const contacts: Record<string, string[]> = {};
    for (const { kind, value } of parsed.contacts) (contacts[kind] ??= []).push(value);
    expect(contacts).toEqual(expected.contacts);
  });

  test('has the states that the notice writes beside its problems, and no other', () => {
    const statuses = parsed.areas.flatMap((area) => area.items.map((item) => item.statedStatus));
    expect(statuses.filter((status) => status !== null)).toEqual(expected.statuses ?? []);
  });

  test('cites every entry: the span holds what the entry says', () => {
    const cited = [
      ...parsed.areas.map((area) => ({ says: area.title, source: area.source })),
      ...parsed.areas
        .flatMap((area) => area.measures)
        .map((entry) => ({ says: entry.text, source: entry.source })),
      ...parsed.areas
        .flatMap((area) => area.items)
        .map((item) => ({ says: item.title, source: item.source })),
      ...parsed.areas
        .flatMap((area) => area.items)
        .flatMap((item) => item.measures)
        .map((measure) => ({ says: measure.text, source: measure.source })),
      ...parsed.documents.map((entry) => ({
        says: entry.shortNames.length > 0 ? '' : entry.title,
        source: entry.source,
      })),
      ...parsed.works.map((work) => ({ says: work.title, source: work.source })),
      ...parsed.trainings.map((training) => ({ says: training.topic, source: training.source })),
      ...parsed.contacts.map((contact) => ({ says: contact.value, source: contact.source })),
    ];
    for (const { says, source } of cited) {
      expect(plain(text.slice(source.start, source.end))).toContain(plain(says));
    }
  });
});

describe('a text that is no notice', () => {
  test.each([
    ...fixtures.filter((fixture) => fixture.expected.empty).map(({ name, text }) => [name, text]),
    ['nothing', ''],
    ['spaces', ' \n\t\u3000\r\n'],
    ['an empty list', '一、\n二、\n三、\n'],
    ['random signs', '\u0000\uffff《》《《》（）**<<>>&;一是'],
    ['a list of groceries', '1. 牛奶\n2. 面包\n3. 鸡蛋\n'],
    [
      'a plan without results',
      '整改工作方案\n一、总体要求\n提高站位。\n二、工作安排\n抓紧落实整改情况。\n',
    ],
  ])('gives an empty ledger and one clear warning: %s', (_, text) => {
    const parsed = parseNotice(text);
    expect(parsed.areas).toEqual([]);
    expect(parsed.documents).toEqual([]);
    expect(parsed.trainings).toEqual([]);
    expect(parsed.contacts).toEqual([]);
    expect(Object.values(parsed.stated).every((figure) => figure === null)).toBe(true);
    expect(parsed.warnings).toHaveLength(1);
    expect(parsed.warnings[0]?.message).toMatch(/不像整改通报.+ \/ .+not look like/);
  });
});
