import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { loadFixtures } from '../fixtures/load-fixtures.ts';
import { plain } from '../fixtures/summarize-notice.ts';
import { parseNotice, type ParsedNotice } from './index.ts';

const SEED = 20250207;
const notices = loadFixtures().filter((fixture) => !fixture.expected.empty);
/** Below these, headings end where their line ends, so a break inside one changes what is written. */
const LINE_SENSITIVE = new Set([
  'street-flattened-table',
  'hospital-titles-on-own-lines',
  'town-paren-measures',
  'university-four-levels',
  'commission-problem-labels',
]);

/** The structure without spans and widths: what setting a notice anew must not change. */
function shape(parsed: ParsedNotice): unknown {
  return {
    areas: parsed.areas.map((area) => ({
      title: plain(area.title),
      ordinal: area.ordinal,
      items: area.items.map((item) => ({
        title: plain(item.title),
        ordinal: item.ordinal,
        measures: item.measures.map((measure) => [measure.ordinal, plain(measure.text)]),
      })),
    })),
    documents: parsed.documents.map((entry) => [plain(entry.title), entry.action, entry.itemPath]),
    trainings: parsed.trainings.map((entry) => [entry.kind, entry.direction, entry.itemPath]),
    round: parsed.round,
  };
}

type Change = readonly [position: number, kind: number];
const BREAKS = ['\n', '\r\n', '\n\n', '\f', '\n\n\n', ' ', '\u200b', '**', '\n- 3 -\n', '\u00a0'];

/** Puts breaks, page numbers, bold marks and spaces between two Chinese signs of running text. */
function disturb(text: string, changes: readonly Change[]): string {
  const places = [...text.matchAll(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu)]
    .map((found) => found.index)
    .filter((at) => isRunningText(text, at));
  const chosen = new Map(
    changes.map(([position, kind]) => [
      places[position % places.length] ?? 0,
      BREAKS[kind % BREAKS.length],
    ]),
  );
  let changed = text;
  for (const [at, sign] of [...chosen].sort((a, b) => b[0] - a[0])) {
    changed = changed.slice(0, at) + (sign ?? '') + changed.slice(at);
  }
  return changed;
}

/** Not in the closing lines or the heading lines, where the end of a line means something. */
function isRunningText(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const stop = text.indexOf('\n', at);
  const line = text.slice(start, stop === -1 ? text.length : stop);
  return line.length > 60 && line.includes('。') && at < text.length - 300 && at - start > 4;
}

describe.each(notices.filter(({ name }) => !LINE_SENSITIVE.has(name)))(
  'the notice $name reads the same',
  ({ text }) => {
    const expected = shape(parseNotice(text));

    test('however its lines, pages, spaces and bold marks fall', () => {
      const changes = fc.array(fc.tuple(fc.nat(100_000), fc.nat(100)), {
        minLength: 1,
        maxLength: 60,
      });
      fc.assert(
        fc.property(changes, (chosen) => {
          expect(shape(parseNotice(disturb(text, chosen)))).toEqual(expected);
        }),
        { seed: SEED, numRuns: 40 },
      );
    });
  },
);

describe.each(notices)('the notice $name reads the same', ({ text }) => {
  const expected = shape(parseNotice(text));

  test('in half or full width, with Windows line ends and empty lines between paragraphs', () => {
    const wide = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
    const body = text.slice(0, -300);
    const tail = text.slice(-300);
    const variants = [
      text.replace(/（/g, '(').replace(/）/g, ')'),
      text.replace(/；/g, ';').replace(/：/g, ':'),
      body.replace(/[0-9](?![^<>]*>)/g, wide).replace(/\.(?=\p{Script=Han})/gu, '．') + tail,
      text.replace(/\n/g, '\r\n'),
      text.replace(/\n/g, '\n\n'),
      text.replace(/\n/g, '\n\u3000\u3000'),
      text.replace(/“/g, '「').replace(/”/g, '」'),
      `\ufeff${text}`,
    ];
    for (const variant of variants) expect(shape(parseNotice(variant))).toEqual(expected);
  });
});

describe('whatever it is given', () => {
  const pieces = fc.constantFrom(
    ...'一、 （一） (1) 1. ① 一是 二是 首先， 第一， 《 》 〈 “ ” ** <b> </p> \n \n\n \f 。 ； ： 针对 关于 问题 方面 整改情况： 整改措施： 修订 制定 巡察整改进展情况的通报 2024年2月30日至 培训 召开 会议 以下简称 &nbsp; 问题1： 序号 \t | 电话：'.split(
      ' ',
    ),
  );

  test('it never throws, and its spans stay inside the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(pieces, { maxLength: 200 }).map((parts) => parts.join('')),
      fc
        .array(pieces, { maxLength: 200 })
        .map((parts) => `关于巡察整改进展情况的通报\n${parts.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseNotice(text);
        const spans = [
          ...parsed.areas,
          ...parsed.areas.flatMap((area) => area.items),
          ...parsed.areas.flatMap((area) => area.items).flatMap((item) => item.measures),
          ...parsed.documents,
          ...parsed.trainings,
          ...parsed.contacts,
        ].map((entry) => entry.source);
        for (const { start, end } of spans) {
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        }
      }),
      { seed: SEED, numRuns: 1500 },
    );
  });
});
