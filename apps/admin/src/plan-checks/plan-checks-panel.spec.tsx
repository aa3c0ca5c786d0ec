import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { round } from '../testing/records.ts';
import { renderAdmin } from '../testing/render-admin.tsx';

const check = (code: string, title: string, findings: object[]) => ({
  __typename: 'PlanCheck',
  code,
  title,
  advice: '请写明成果 / Name an output',
  count: findings.length,
  findings,
});
const finding = {
  __typename: 'PlanFinding',
  itemId: 'RectificationItem_1',
  itemCode: 'MH-WL-2024-1.1',
  measureOrdinal: 2,
  field: 'text',
  excerpt: '进一步',
  relatedCode: null,
};
const answer = (checks: object[]) => ({
  data: { node: { __typename: 'InspectionRound', id: round.id, planChecks: checks } },
});
const open = (checks: object[]) =>
  renderAdmin({
    path: '/rounds/InspectionRound_1',
    answers: { AdminRoundPage: { data: { node: round } }, AdminPlanChecks: answer(checks) },
  });

it('looks a plan over when asked, counts by rule and leads to the row', async () => {
  const { user } = open([
    check('VAGUE_WORDS', '措施表述笼统 / Vague words', [finding]),
    check('SAME_TEXT', '问题表述相同 / Same text', []),
  ]);
  await user.click(await screen.findByRole('button', { name: /开始体检/ }));
  await user.click(await screen.findByText('措施表述笼统'));
  expect(screen.getByRole('link', { name: 'MH-WL-2024-1.1' }).getAttribute('href')).toBe(
    '/items/RectificationItem_1',
  );
  expect(screen.getByText('进一步')).toBeTruthy();
  expect(screen.queryByText('问题表述相同')).toBeNull();
});

it('says so when nothing was found', async () => {
  const { user } = open([check('SAME_TEXT', '问题表述相同 / Same text', [])]);
  await user.click(await screen.findByRole('button', { name: /开始体检/ }));
  expect(await screen.findByText('没有发现需要留意的地方')).toBeTruthy();
});
