import { expect, test } from 'vitest';
import {
  checkPlan,
  type CheckedItem,
  type CheckedMeasure,
  type CheckedPlan,
  type PlanCheckCode,
} from './index.ts';

const measure = (more: Partial<CheckedMeasure> = {}): CheckedMeasure => ({
  ordinal: 1,
  text: '每月检查一次并登记台账',
  status: 'APPROVED',
  hasOwner: true,
  dueOn: '2025-06-30',
  ...more,
});
let keys = 0;
const item = (more: Partial<CheckedItem> = {}): CheckedItem => {
  keys += 1;
  return {
    key: `k${keys}`,
    label: `1.${keys}`,
    title: `问题${(keys * 7_919).toString(36).repeat(3)}`,
    type: null,
    status: 'PLANNED',
    dueOn: '2025-06-30',
    evidenceCount: 0,
    measures: [measure()],
    ...more,
  };
};
const plan = (...items: CheckedItem[]): CheckedPlan => ({
  intensivePeriodEndsOn: '2025-08-07',
  items,
  earlier: [{ label: 'MH-2019-1.1', title: '公务用车管理不规范，台账登记不完整' }],
});
const codesOf = (checked: CheckedPlan) => [...new Set(checkPlan(checked).map(({ code }) => code))];

test.each<[PlanCheckCode, CheckedPlan]>([
  ['ITEM_WITHOUT_MEASURE', plan(item({ measures: [] }))],
  ['ITEM_WITHOUT_MEASURE', plan(item({ measures: [measure({ status: 'CANCELLED' })] }))],
  ['MEASURE_WITHOUT_OWNER', plan(item({ measures: [measure({ hasOwner: false })] }))],
  ['MEASURE_WITHOUT_DATE', plan(item({ dueOn: null, measures: [measure({ dueOn: null })] }))],
  ['DATE_BEYOND_INTENSIVE_PERIOD', plan(item({ dueOn: '2025-08-08' }))],
  ['DATE_BEYOND_INTENSIVE_PERIOD', plan(item({ measures: [measure({ dueOn: '2025-08-08' })] }))],
  ['VAGUE_WORDS', plan(item({ measures: [measure({ text: '进一步加强党员干部教育管理' })] }))],
  ['CLOSED_WITHOUT_EVIDENCE', plan(item({ status: 'CLOSED' }))],
  ['SAME_TEXT', plan(item({ title: '合同管理不规范' }), item({ title: ' 合同管理，不规范。' }))],
  [
    'NEAR_SAME_TEXT',
    plan(
      item({ title: '部分基层单位财务报销审核把关不够严格' }),
      item({ title: '部分基层单位财务报销审核把关不严格' }),
    ),
  ],
  ['CAME_BACK', plan(item({ title: '公务用车管理不规范、台账登记不完整' }))],
  ['CAME_BACK', plan(item({ title: '公务用车管理仍不规范，台账登记不完整' }))],
])('%s fires, and nothing else does', (code, checked) => {
  expect(codesOf(checked)).toEqual([code]);
});

test.each<[string, CheckedPlan]>([
  ['a sound item', plan(item())],
  ['a measure that has its item’s date', plan(item({ measures: [measure({ dueOn: null })] }))],
  [
    'a cancelled measure without owner',
    plan(
      item({
        measures: [measure(), measure({ status: 'CANCELLED', hasOwner: false, ordinal: 2 })],
      }),
    ),
  ],
  ['a date on the last day', plan(item({ dueOn: '2025-08-07' }))],
  ['a long-term item with a later date', plan(item({ type: 'LONG_TERM', dueOn: '2026-08-07' }))],
  ['an item closed with evidence', plan(item({ status: 'CLOSED', evidenceCount: 1 }))],
  ['a withdrawn item without anything', plan(item({ status: 'WITHDRAWN', measures: [] }))],
  [
    'short titles that differ in one character',
    plan(item({ title: '合同不规范' }), item({ title: '合同不合规' })),
  ],
  [
    'two problems with one frame and different matters',
    plan(
      item({ title: '公务接待费用管理不够规范有序' }),
      item({ title: '固定资产盘点管理不够规范有序' }),
    ),
  ],
])('%s is no finding', (_title, checked) => {
  expect(checkPlan(checked)).toEqual([]);
});

test.each<[string, string | null]>([
  ['进一步提高认识', '进一步'],
  ['党组织要持续压实责任', '持续'],
  ['学习第一议题，不断增强意识', '不断'],
  ['落实三重一大要求，切实改进作风', '切实'],
  ['加强内控，修订《内部控制手册》', null],
  ['加强培训，年内组织3场', null],
  ['加强培训，组织两场', null],
  ['持续开展检查，每季度一次', null],
  ['强化管理，建立问题清单', null],
  ['不断优化流程，6月底前完成', null],
  ['按时完成整改', null],
  ['进一步完善制度', '进一步'],
  ['加强统筹，制定工作方案并形成报告', '加强'],
  ['加强引导，领导干部代表带头表态', '加强'],
  ['加强管理，采购逐笔登记', null],
  ['强化考核，填写评分表', null],
])('the words of “%s” read %s', (text, word) => {
  const [found] = checkPlan(plan(item({ measures: [measure({ text })] })));
  expect(found?.excerpt ?? null).toBe(word);
  if (found) expect(text.slice(found.start!, found.end!)).toBe(word);
});

test('a finding says the record, the place and the other record', () => {
  const [first, second] = [item({ title: '合同管理不规范' }), item({ title: '合同管理不规范' })];
  expect(checkPlan(plan(first, second))).toEqual([
    {
      code: 'SAME_TEXT',
      itemKey: second.key,
      itemLabel: second.label,
      measureOrdinal: null,
      field: 'title',
      start: null,
      end: null,
      excerpt: null,
      relatedLabel: first.label,
    },
  ]);
});

test('a notice is asked only what a notice can say', () => {
  const silent = item({
    dueOn: null,
    status: 'CLOSED',
    measures: [measure({ hasOwner: false, dueOn: null, text: '持续加强管理' })],
  });
  expect(checkPlan(plan(silent, item({ measures: [] })), 'notice').map(({ code }) => code)).toEqual(
    ['ITEM_WITHOUT_MEASURE', 'VAGUE_WORDS'],
  );
});

test('of 20,000 items in which every tenth says nearly what the one before said, each is found', () => {
  const pick = (index: number) =>
    '土地房屋车辆合同工程采购接待会议培训考核档案印章保密信访'
      .repeat(9)
      .slice(index % 90, (index % 90) + 9);
  const items = Array.from({ length: 20_000 }, (_, index) => {
    const base = index % 10 === 9 ? index - 1 : index;
    const number = (base * 7_919).toString(36).padStart(6, 'x');
    return item({
      title: `${number.repeat(2)}${pick(base)}${number.split('').reverse().join('')}${index === base ? '不' : ''}规范`,
    });
  });
  const found = checkPlan({
    intensivePeriodEndsOn: null,
    earlier: items.map(({ label, title }) => ({ label: `E${label}`, title: `${title}了` })),
    items,
  });
  const related = (code: PlanCheckCode) =>
    new Map(
      found.filter((one) => one.code === code).map((one) => [one.itemLabel, one.relatedLabel]),
    );
  const near = related('NEAR_SAME_TEXT');
  const tenths = items.filter((_, index) => index % 10 === 9);
  expect(tenths.filter(({ label }) => !near.has(label))).toEqual([]);
  const back = related('CAME_BACK');
  expect(items.filter(({ label }) => !back.has(label))).toEqual([]);
}, 60_000);
