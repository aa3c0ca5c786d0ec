import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const action = (name: string, allowed = true, reason: string | null = null) => ({
  __typename: 'AllowedAction',
  action: name,
  allowed,
  reason,
});
const entry = (n: number, fields: object = {}) => ({
  __typename: 'BiweeklyEntry',
  id: `BiweeklyEntry_${n}`,
  answer: 'UNANSWERED',
  progress: `上期进展 ${n}`,
  difficulties: null,
  nextStep: null,
  expectedOn: null,
  version: 1,
  item: {
    __typename: 'RectificationItem',
    id: `RectificationItem_${n}`,
    code: `MH-1.${n}`,
    title: `问题 ${n}`,
  },
  allowedActions: [action('confirmBiweeklyEntry'), action('updateBiweeklyEntry')],
  ...fields,
});
const part = (fields: object = {}) => ({
  __typename: 'BiweeklyUnitReport',
  id: 'BiweeklyUnitReport_1',
  status: 'OPEN',
  isLate: false,
  returnReason: null,
  submittedAt: null,
  version: 3,
  entryCount: 2,
  answeredCount: 0,
  unit: { __typename: 'Organization', id: 'Organization_1', name: '公共服务科' },
  allowedActions: [
    action('confirmAllBiweeklyEntries'),
    action('submitBiweeklyUnitReport', false, '还有 2 个问题未填报 / 2 items are not answered'),
  ],
  entries: [entry(1), entry(2)],
  ...fields,
});
const report = (fields: object = {}) => ({
  __typename: 'BiweeklyReport',
  id: 'BiweeklyReport_1',
  ordinal: 7,
  startsOn: '2026-03-02',
  endsOn: '2026-03-15',
  status: 'OPEN',
  summary: null,
  reopenReason: null,
  version: 5,
  compiledBy: null,
  compiledAt: null,
  frozenBy: null,
  frozenAt: null,
  lateUnits: [],
  totals: null,
  round: { __typename: 'InspectionRound', id: 'InspectionRound_1', title: '2024年巡察' },
  allowedActions: [],
  unitReports: [part()],
  ...fields,
});
const shown = (fields: object = {}, answers: Answers = {}) =>
  renderAdmin({
    path: '/biweekly/BiweeklyReport_1',
    answers: { AdminBiweeklyReport: { data: { node: report(fields) } }, ...answers },
  });
const done = (type: string, id: string) => ({ data: { result: { __typename: type, id } } });

it('lets a contact confirm all unchanged items by one press', async () => {
  const { user, sent } = shown(
    {},
    { ConfirmAllBiweeklyEntries: done('BiweeklyUnitReport', 'BiweeklyUnitReport_1') },
  );
  await user.click(await screen.findByRole('button', { name: '其余全部确认无变化' }));
  expect(sent.find(({ name }) => name === 'ConfirmAllBiweeklyEntries')?.variables).toMatchObject({
    input: { id: 'BiweeklyUnitReport_1', expectedVersion: 3 },
  });
});

it('lets a contact write what has changed, beginning with the words of the period before', async () => {
  const { user, sent } = shown(
    {},
    { UpdateBiweeklyEntry: done('BiweeklyEntry', 'BiweeklyEntry_1') },
  );
  const [first] = await screen.findAllByRole('button', { name: '填写进展' });
  await user.click(first!);
  const progress = screen.getByRole('textbox', { name: /^进展/ });
  expect(progress).toHaveProperty('value', '上期进展 1');
  await user.clear(progress);
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  expect(await screen.findByText('必填')).toBeTruthy();
  await user.type(progress, '已完成招标');
  await user.click(screen.getByRole('button', { name: /保\s*存/ }));
  await screen.findAllByRole('button', { name: '填写进展' });
  expect(sent.find(({ name }) => name === 'UpdateBiweeklyEntry')?.variables).toMatchObject({
    input: { id: 'BiweeklyEntry_1', expectedVersion: 1, progress: '已完成招标' },
  });
});

it('shows party affairs the late units, and compiles without those ticked alone', async () => {
  const late = part({
    id: 'BiweeklyUnitReport_2',
    isLate: true,
    unit: { __typename: 'Organization', id: 'Organization_2', name: '办公室' },
  });
  const { user, sent } = shown(
    {
      unitReports: [part({ status: 'SUBMITTED' }), late],
      lateUnits: [{ __typename: 'Organization', id: 'Organization_2', name: '办公室' }],
      allowedActions: [action('compileBiweeklyReport'), action('remindBiweeklyUnits')],
    },
    { CompileBiweeklyReport: done('BiweeklyReport', 'BiweeklyReport_1') },
  );
  expect(await screen.findByText('逾期未报')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '汇总本期' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('checkbox', { name: '办公室' }));
  await user.click(dialog.getByRole('button', { name: '汇总本期' }));
  expect(sent.find(({ name }) => name === 'CompileBiweeklyReport')?.variables).toMatchObject({
    input: { id: 'BiweeklyReport_1', expectedVersion: 5, acceptedLateUnitIds: ['Organization_2'] },
  });
});

it('says before and after of a difference in words, as deleted and inserted', async () => {
  const frozen = (ordinal: number) => ({
    __typename: 'BiweeklyReportEdge',
    node: {
      __typename: 'BiweeklyReport',
      id: `BiweeklyReport_${ordinal}`,
      ordinal,
      startsOn: '2026-03-02',
      endsOn: '2026-03-15',
      status: 'FROZEN',
      unitCount: 1,
      submittedUnitCount: 1,
      lateUnits: [],
      round: { __typename: 'InspectionRound', id: 'InspectionRound_1', title: '2024年巡察' },
    },
  });
  const { sent } = renderAdmin({
    path: '/biweekly/compare',
    answers: {
      AdminBiweeklyReports: {
        data: {
          biweeklyReports: {
            __typename: 'C',
            totalCount: 2,
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
            edges: [frozen(9), frozen(8)],
          },
        },
      },
      AdminBiweeklyComparison: {
        data: {
          compareBiweeklyReports: {
            __typename: 'BiweeklyComparison',
            unchangedCount: 3,
            added: [],
            removed: [],
            changed: [
              {
                __typename: 'BiweeklyChangedRow',
                row: {
                  __typename: 'BiweeklySnapshotRow',
                  id: 'BiweeklySnapshotRow_1',
                  itemId: 'RectificationItem_1',
                  code: 'MH-1.1',
                  title: '问题一',
                },
                changes: [
                  {
                    __typename: 'BiweeklyFieldChange',
                    field: 'status',
                    before: 'IN_PROGRESS',
                    after: 'CLOSED',
                  },
                ],
              },
            ],
          },
        },
      },
    },
  });
  expect((await screen.findByText('已销号')).tagName).toBe('INS');
  expect(screen.getByText('整改中').tagName).toBe('DEL');
  expect(screen.getByText('3 个问题无变化')).toBeTruthy();
  expect(sent.find(({ name }) => name === 'AdminBiweeklyComparison')?.variables).toEqual({
    from: 'BiweeklyReport_8',
    to: 'BiweeklyReport_9',
  });
});
