import { expect, test } from 'vitest';
import { buildOutline } from '../src/outline/build-outline.ts';
import { chineseDate, chineseNumeral, percentage } from '../src/outline/chinese-numerals.ts';
import { singleLine, withoutEnd } from '../src/outline/sentence.ts';
import { itemsOf, summarize } from '../src/review/summarize.ts';
import { fixtureReview } from './fixture-review.ts';
import { outlineText } from './outline-text.ts';

const review = fixtureReview();
const outline = buildOutline(review);
const text = outlineText(outline);
const items = review.rounds.flatMap(itemsOf);

test('numbers and dates are written as Chinese documents write them', () => {
  expect([1, 10, 11, 20, 21, 99, 100].map(chineseNumeral)).toEqual([
    '一',
    '十',
    '十一',
    '二十',
    '二十一',
    '九十九',
    '100',
  ]);
  expect(chineseDate('2025-02-07')).toBe('2025年2月7日');
  expect([688 / 697, 19 / 25, null].map(percentage)).toEqual(['98.71%', '76.00%', '—']);
});

test('texts come on one line and end once', () => {
  expect(singleLine(' 甲 \n乙\u0007丙 525 号\ntwo\r\nwords')).toBe('甲乙丙 525 号two words');
  expect(withoutEnd('完成。；')).toBe('完成');
});

test('completion is closed ÷ (all − withdrawn) on the last day of the year', () => {
  const { total } = summarize(review);
  // One closure of January 2026 still counts as open; the withdrawn item is in no denominator.
  expect(total).toMatchObject({
    itemCount: 11,
    withdrawnCount: 1,
    closedCount: 3,
    longTermCount: 2,
    openCount: 5,
    overdueCount: 2,
  });
  expect(total.completionRate).toEqual({ numerator: 3, denominator: 10, rate: 0.3 });
  expect(total.measureCount).toBe(17);
  expect(text).toContain('整改完成率为30.00%（3/10）');
});

test('the money involved is summed, and those that state none are told', () => {
  expect(summarize(review).total.amountInvolved).toEqual({
    sumFen: 123_456_800,
    statedCount: 2,
    unstatedCount: 8,
  });
  expect(text).toContain('金额合计1,234,568.00元，另有8个问题未载明金额。');
  expect(text).toContain('amount involved 1,234,568.00 yuan, stated of 2, not of 8');
});

test('a problem says what the ledger holds of it, under the names of its fields', () => {
  const at = outline.blocks.findIndex(
    (block) => block.kind === 'heading' && block.level === 3 && block.text.startsWith('1.'),
  );
  const said = outline.blocks
    .slice(at)
    .flatMap((block) => (block.kind === 'paragraph' && block.lead ? [block.lead + block.text] : []))
    .slice(0, 4);
  expect(said).toEqual([
    '时限原文：立行立改，长期坚持。',
    '时限精度：月底前。',
    '长期坚持：是。',
    '涉及金额（元）：1,234,567.89。',
  ]);
  expect(text).toContain('问题成因：=制度不健全监督不到位。');
  // Ten problems say nothing but a sum at most.
  expect(text.split('定性依据：')).toHaveLength(2);
});

test('while the year runs, the day of reading decides', () => {
  const running = { ...review, asOf: '2025-07-01', readOn: '2025-07-01' };
  expect(summarize(running).total).toMatchObject({ closedCount: 1, overdueCount: 0 });
});

test('only overdue and long-term items are listed as remaining, by code', () => {
  const from = outline.blocks.findIndex(
    (block) => block.kind === 'heading' && block.text.includes('存在的问题'),
  );
  const listed = outline.blocks
    .slice(from)
    .flatMap((block) =>
      block.kind === 'paragraph' ? [/^(2024-05-\d-\d)：/.exec(block.text)?.[1]] : [],
    )
    .filter((code) => code !== undefined);
  expect(listed).toEqual(['2024-05-1-2', '2024-05-2-1', '2024-05-1-3', '2024-05-4-2']);
});

test('demonstration data is marked under the title and in the schedule; real data is not', () => {
  expect(outline.blocks[1]).toEqual({ kind: 'mark', text: '演示数据 / Demonstration data' });
  expect(
    outline.schedule.groups
      .flatMap((group) => group.rows)
      .every((row) => row.note.includes('演示')),
  ).toBe(true);
  const real = JSON.parse(
    JSON.stringify({ ...review, isDemo: false }).replaceAll('"DEMO"', '"ENTERED"'),
  ) as typeof review;
  expect(outlineText(buildOutline(real))).not.toContain('演示');
});

test('what the ledger does not say is left out, not filled in', () => {
  const bare = buildOutline({
    ...review,
    organization: null,
    rounds: review.rounds.map((round) => ({
      ...round,
      inspectionTeam: null,
      inspectedFrom: null,
      inspectedTo: null,
      feedbackOn: null,
      leadingGroup: [],
      plans: [],
      contacts: [],
    })),
    documents: [],
    trainings: [],
  });
  const words = outlineText(bare);
  expect(words).not.toMatch(/null|undefined|NaN|领导小组|联系电话/);
  expect(words).toContain('台账中没有本年度制度文件办理记录。');
});

test('several rounds make a chapter each', () => {
  const [round] = review.rounds;
  if (!round) throw new Error('the fixture has a round');
  const audit = { ...round, id: 'b', code: '2025-审', kind: 'AUDIT' as const };
  const chapters = buildOutline({ ...review, rounds: [round, audit] }).blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? [block.text] : [],
  );
  expect(chapters).toEqual([
    '一、组织落实巡察整改工作总体情况',
    '二、示例区文化和旅游局党组巡察反馈意见整改落实情况',
    '三、示例区文化和旅游局党组审计查出问题整改落实情况',
    '四、制度建设情况',
    '五、教育培训和会议情况',
    '六、存在的问题与下一步工作',
  ]);
});

test('every item stands in the report and in the schedule', () => {
  for (const item of items)
    expect(text.split(item.title)).toHaveLength(
      item.status === 'LONG_TERM' || ['2024-05-1-2', '2024-05-2-1'].includes(item.code) ? 4 : 3,
    );
});
