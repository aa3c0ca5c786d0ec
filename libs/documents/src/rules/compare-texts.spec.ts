import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTexts, type ComparedRow } from './index.ts';

/** A row as one line: what is gone in [-…-], what is new in {+…+}. */
const show = ({ kind, before, after }: ComparedRow) => {
  const mark = (side: ComparedRow['before'], [open, close]: [string, string]) =>
    side.map(({ text, isChanged }) => (isChanged ? `${open}${text}${close}` : text)).join('');
  return `${kind} ${mark(before, ['[-', '-]'])} | ${mark(after, ['{+', '+}'])}`;
};

test.each<[string, string, string, string[]]>([
  [
    'the same text',
    '第一条\n第二条',
    '第一条\r\n\n  第二条',
    ['SAME 第一条 | 第一条', 'SAME 第二条 | 第二条'],
  ],
  [
    'a word replaced',
    '科室每季度检查一次台账',
    '科室每月检查一次台账',
    ['CHANGED 科室每[-季度-]检查一次台账 | 科室每{+月+}检查一次台账'],
  ],
  [
    'a paragraph added before a changed one',
    '附则\n本办法由办公室负责解释',
    '附则\n新增一条内容\n本办法由党群科负责解释',
    [
      'SAME 附则 | 附则',
      'INSERTED  | {+新增一条内容+}',
      'CHANGED 本办法由[-办公室-]负责解释 | 本办法由{+党群科+}负责解释',
    ],
  ],
  [
    'a paragraph taken out',
    '甲条\n乙条\n丙条',
    '甲条\n丙条',
    ['SAME 甲条 | 甲条', 'DELETED [-乙条-] | ', 'SAME 丙条 | 丙条'],
  ],
  ['nothing before', '', '第一条', ['INSERTED  | {+第一条+}']],
  [
    'a character beyond the basic plane',
    '用字𠮷祥如意',
    '用字𠮶祥如意',
    ['CHANGED 用字[-𠮷-]祥如意 | 用字{+𠮶+}祥如意'],
  ],
])('%s', (_title, before, after, rows) => {
  expect(compareTexts(before, after).map(show)).toEqual(rows);
});

test('each side reads as its own text, whatever the two are', () => {
  const paragraph = fc.string({
    unit: fc.constantFrom('甲', '乙', '丙', '。', '𠮷'),
    maxLength: 12,
  });
  const text = fc.array(paragraph, { maxLength: 12 }).map((lines) => lines.join('\n'));
  const lines = (of: string) => of.split('\n').filter(Boolean);
  const read = (rows: ComparedRow[], side: 'before' | 'after') =>
    rows
      .filter((row) => row[side].length > 0)
      .map((row) => row[side].map((segment) => segment.text).join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = compareTexts(before, after);
      expect(read(rows, 'before')).toEqual(lines(before));
      expect(read(rows, 'after')).toEqual(lines(after));
      for (const { kind, before: left, after: right } of rows)
        if (kind === 'SAME') expect(left).toEqual(right);
    }),
    { seed: 20_261_123, numRuns: 2_000 },
  );
});

test('two long texts without anything in common count as replaced', () => {
  const before = Array.from({ length: 20_000 }, (_, line) => `旧${line}`).join('\n');
  const after = Array.from({ length: 20_000 }, (_, line) => `${line}新`).join('\n');
  const rows = compareTexts(before, after);
  expect(rows.filter(({ before: left }) => left.length)).toHaveLength(20_000);
  expect(rows.filter(({ after: right }) => right.length)).toHaveLength(20_000);
});
