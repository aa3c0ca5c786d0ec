import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { countTrainings, describeDocuments } from '../fixtures/summarize-notice.ts';
import { parseNotice } from './index.ts';

// The published notice of Minhang is not ours to copy; it stands beside the clone where there is one.
const FOLDER = join(import.meta.dirname, '../../../../../../shared/notices');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.txt')) : [];
const isHere = files.length > 0;

test('in continuous integration the real notice must be there', () => {
  if (process.env['CI'] === 'true') expect(isHere).toBe(true);
  if (!isHere) console.warn(`left out: the real notice is not at ${FOLDER}`);
});

describe.skipIf(!isHere)('the real notice (left out where shared/notices is missing)', () => {
  const text = isHere ? readFileSync(join(FOLDER, files[0] ?? ''), 'utf8') : '';
  const parsed = parseNotice(text);
  const items = parsed.areas.flatMap((area) => area.items);

  test('has four areas with 3, 3, 3 and 2 problems', () => {
    expect(parsed.areas.map((area) => area.items.length)).toEqual([3, 3, 3, 2]);
    expect(parsed.areas[0]?.title).toMatch(/^关于学习贯彻.+方面的整改$/);
    expect(items[0]?.title).toMatch(/^针对政治理论学习不够深入扎实.+问题$/);
  });

  test('has 33 numbered measures and 8 clauses below problem 1.1', () => {
    const numbered = items.filter((item) => !item.measuresUnnumbered);
    expect(items[0]?.measuresUnnumbered).toBe(true);
    expect(items[0]?.measures).toHaveLength(8);
    expect(numbered.flatMap((item) => item.measures)).toHaveLength(33);
  });

  test('has 31 titles: 27 documents and four that are none', () => {
    const documents = describeDocuments(parsed);
    expect(documents['REVISE']).toHaveLength(10);
    expect(documents['DRAFT']).toHaveLength(2);
    expect(documents['ISSUE']).toHaveLength(4);
    expect(documents['MENTION']).toHaveLength(11);
    expect(Object.keys(documents)).toHaveLength(4);
    expect(parsed.works.map((work) => work.kind)).toEqual([
      'ARTWORK',
      'ARTWORK',
      'ARTWORK',
      'LECTURE',
    ]);
    const mentions =
      parsed.documents.flatMap((entry) => entry.mentions).length + parsed.works.length;
    expect([parsed.documents.length + parsed.works.length, mentions]).toEqual([31, 33]);
  });

  test('has 37 trainings and meetings', () => {
    expect(parsed.trainings).toHaveLength(37);
    expect(countTrainings(parsed)).toEqual({
      TRAINING: 11,
      LECTURE: 4,
      SYMPOSIUM: 6,
      MEETING: 5,
      FIRST_AGENDA_STUDY: 2,
      CENTRAL_GROUP_STUDY: 1,
      HEART_TO_HEART_TALK: 2,
      FIELD_RESEARCH: 3,
      VISIT: 3,
    });
  });

  test.each([20, 28, 38, 45])('says the same when it is wrapped at %i signs', (width) => {
    const lines = text
      .split('\n')
      .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']);
    const wrapped = parseNotice(lines.join('\n'));
    const structure = (notice: typeof parsed) =>
      notice.areas.map((area) => [
        area.title,
        area.items.map((item) => [item.title, item.measures.map((measure) => measure.text)]),
      ]);
    expect(structure(wrapped)).toEqual(structure(parsed));
    expect(describeDocuments(wrapped)).toEqual(describeDocuments(parsed));
    expect(countTrainings(wrapped)).toEqual(countTrainings(parsed));
  });

  test('has its round, its contacts and the one total that it claims', () => {
    expect(parsed.round).toEqual({
      inspectedOrganization: '闵行区文化和旅游局党组',
      inspectionTeam: '区委第五巡察组',
      inspectedFrom: '2024-09-09',
      inspectedTo: '2024-12-31',
      feedbackOn: '2025-02-07',
    });
    expect(parsed.contacts.map(({ kind, value }) => [kind, value])).toEqual([
      ['PHONE', '021-54958021'],
      ['ADDRESS', '莘北路 525 号闵行区文化和旅游局党群科'],
      ['POSTCODE', '201199'],
    ]);
    const stated = Object.entries(parsed.stated).filter(([, figure]) => figure !== null);
    expect(stated.map(([name, figure]) => [name, figure?.value])).toEqual([
      ['reportedAreaCount', 4],
    ]);
    expect(parsed.warnings).toEqual([]);
  });
});
