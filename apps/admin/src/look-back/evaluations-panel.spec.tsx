import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { round as anyRound } from '../testing/records.ts';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const action = (name: string) => ({
  __typename: 'AllowedAction',
  action: name,
  allowed: true,
  reason: null,
});
const criterion = (n: number, name: string, weight: number) => ({
  __typename: 'ScorecardCriterion',
  id: `ScorecardCriterion_${n}`,
  name,
  weight,
});
const CRITERIA = [criterion(1, '问题解决到位', 70), criterion(2, '佐证材料齐全', 30)];

const draft = {
  __typename: 'EffectivenessEvaluation',
  id: 'EffectivenessEvaluation_1',
  version: 3,
  status: 'DRAFT',
  total: 80,
  conclusion: '总体较好',
  evaluatedBy: { __typename: 'Person', displayName: '巡察办登记人员' },
  confirmedBy: null,
  scorecardVersion: { __typename: 'ScorecardVersion', title: '成效评分表', ordinal: 2 },
  scores: CRITERIA.map((one) => ({
    __typename: 'EvaluationScore',
    score: 80,
    comment: null,
    criterion: one,
  })),
  allowedActions: [action('editEffectivenessEvaluation'), action('confirmEffectivenessEvaluation')],
};

const round = {
  ...anyRound,
  version: 4,
  allowedActions: [
    action('editInspectionRound'),
    action('removeLeadingGroupMember'),
    action('addEffectivenessEvaluation'),
  ],
  leadingGroup: [
    {
      __typename: 'LeadingGroupMember',
      post: 'HEAD',
      person: {
        __typename: 'Person',
        id: 'Person_7',
        displayName: '局党组书记',
        position: '局党组书记',
      },
    },
  ],
  notice: null,
  areas: [],
  evaluations: [draft],
};

const done = (__typename: string) => ({ data: { result: { __typename, id: `${__typename}_1` } } });

function open(more: Answers = {}) {
  const shown = renderAdmin({
    path: '/rounds/InspectionRound_1',
    may: ['addScorecard'],
    answers: { AdminRoundPage: { data: { node: round } }, ...more },
  });
  const inputOf = (name: string) => shown.sent.find((one) => one.name === name)?.variables['input'];
  return { ...shown, inputOf };
}

describe('a scorecard', () => {
  it('is added once its weights sum to 100, which is shown while one types', async () => {
    const { user, inputOf } = open({ AddScorecard: done('Scorecard') });
    await user.click(await screen.findByRole('button', { name: '新建评分表' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/名称/), '年度评分表');
    const row = (n: number) => within(within(dialog).getByRole('group', { name: `第 ${n} 项` }));
    await user.type(row(1).getByLabelText(/指标/), '甲');
    await user.type(row(1).getByLabelText(/权重/), '70');
    await user.type(row(2).getByLabelText(/指标/), '乙');
    await user.type(row(2).getByLabelText(/权重/), '20');
    expect(within(dialog).getByText('权重合计 90，须为 100')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    expect((await within(dialog).findByRole('alert')).textContent).toBe('各项权重之和须为 100');
    expect(inputOf('AddScorecard')).toBeUndefined();
    await user.clear(row(2).getByLabelText(/权重/));
    await user.type(row(2).getByLabelText(/权重/), '30');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('已保存');
    expect(inputOf('AddScorecard')).toMatchObject({
      organizationId: 'Organization_1',
      title: '年度评分表',
      criteria: [
        { name: '甲', weight: 70 },
        { name: '乙', weight: 30 },
      ],
    });
  });
});

describe('an evaluation', () => {
  const scorecards = (versions: object[]) => ({
    data: {
      scorecards: {
        __typename: 'QueryScorecardsConnection',
        edges: versions.length
          ? [
              {
                __typename: 'QueryScorecardsConnectionEdge',
                node: { __typename: 'Scorecard', id: 'Scorecard_1', title: '成效评分表', versions },
              },
            ]
          : [],
      },
    },
  });
  const version = (n: number) => ({
    __typename: 'ScorecardVersion',
    id: `ScorecardVersion_${n}`,
    ordinal: n,
    criteria: CRITERIA,
  });

  it('is scored by the newest version of the scorecard, totalled while one types', async () => {
    const { user, inputOf } = open({
      AdminScorecardChoices: scorecards([version(2), version(1)]),
      AddEffectivenessEvaluation: done('EffectivenessEvaluation'),
    });
    await user.click(await screen.findByRole('button', { name: '开展评估' }));
    const dialog = await screen.findByRole('dialog');
    const scored = async (name: string) =>
      within(await within(dialog).findByRole('group', { name })).getByLabelText(/得分/);
    await user.type(await scored('问题解决到位'), '90');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    expect((await within(dialog).findByRole('alert')).textContent).toBe('请填数字');
    await user.type(await scored('佐证材料齐全'), '80');
    expect(within(dialog).getByText('加权总分 87')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('已保存');
    expect(inputOf('AddEffectivenessEvaluation')).toMatchObject({
      roundId: 'InspectionRound_1',
      scorecardVersionId: 'ScorecardVersion_2',
      scores: [
        { criterionId: 'ScorecardCriterion_1', score: 90 },
        { criterionId: 'ScorecardCriterion_2', score: 80 },
      ],
    });
  });

  it('says what is missing where no scorecard is there', async () => {
    const { user } = open({ AdminScorecardChoices: scorecards([]) });
    await user.click(await screen.findByRole('button', { name: '开展评估' }));
    expect(await screen.findByText('还没有评分表')).toBeTruthy();
  });

  it('is scored anew from what it holds, against the version that was read', async () => {
    const { user, inputOf } = open({
      EditEffectivenessEvaluation: done('EffectivenessEvaluation'),
    });
    await user.click(await screen.findByRole('button', { name: '重新评分' }));
    const dialog = await screen.findByRole('dialog');
    const first = within(within(dialog).getByRole('group', { name: '问题解决到位' }));
    await user.clear(first.getByLabelText(/得分/));
    await user.type(first.getByLabelText(/得分/), '60');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('已保存');
    expect(inputOf('EditEffectivenessEvaluation')).toMatchObject({
      id: 'EffectivenessEvaluation_1',
      expectedVersion: 3,
      conclusion: '总体较好',
      scores: [{ score: 60 }, { score: 80 }],
    });
  });
});

describe('a round', () => {
  it('is edited from what it holds', async () => {
    const { user, inputOf } = open({ EditInspectionRound: done('InspectionRound') });
    await user.click(await screen.findByRole('button', { name: /编辑轮次/ }));
    const dialog = await screen.findByRole('dialog');
    await user.clear(within(dialog).getByLabelText(/巡察组/));
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('已保存');
    expect(inputOf('EditInspectionRound')).toMatchObject({
      id: 'InspectionRound_1',
      expectedVersion: 4,
      title: anyRound.title,
      inspectionTeam: null,
      feedbackOn: '2025-02-07',
    });
  });

  it('loses a member of its leading group, and is read anew', async () => {
    const { user, sent, inputOf } = open({ RemoveLeadingGroupMember: done('InspectionRound') });
    await user.click(await screen.findByRole('button', { name: /移\s*出/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('局党组书记')).toBeTruthy();
    const readings = () => sent.filter(({ name }) => name === 'AdminRoundPage').length;
    const before = readings();
    await user.click(within(dialog).getByRole('button', { name: '确认移出' }));
    await screen.findByText('“移出”已办理');
    expect(inputOf('RemoveLeadingGroupMember')).toMatchObject({
      id: 'InspectionRound_1',
      expectedVersion: 4,
      personId: 'Person_7',
    });
    await expect.poll(readings).toBeGreaterThan(before);
  });

  it('is registered from the list, and opened', async () => {
    const { user, sent, router } = renderAdmin({
      path: '/rounds',
      may: ['addInspectionRound'],
      answers: {
        AdminRoundsPage: {
          data: { inspectionRounds: { __typename: 'C', totalCount: 0, edges: [] } },
        },
        AdminRecordChoices: {
          data: {
            organizations: {
              __typename: 'OrganizationConnection',
              pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
              nodes: [
                {
                  __typename: 'Organization',
                  id: 'Organization_9',
                  code: 'MH-SF',
                  name: '示范局',
                  kind: 'BUREAU',
                },
              ],
            },
            people: {
              __typename: 'PersonConnection',
              pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
              nodes: [],
            },
          },
        },
        AddInspectionRound: done('InspectionRound'),
        AdminRoundPage: { data: { node: round } },
      },
    });
    await user.click(await screen.findByRole('button', { name: /登记轮次/ }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/轮次代码/), 'MH-SF-2026');
    await user.type(within(dialog).getByLabelText(/名称/), '示范局巡察（2026年）');
    await user.click(within(dialog).getByRole('combobox', { name: /被巡察党组织/ }));
    await user.click(
      await screen.findByText('示范局', { selector: '.ant-select-item-option-content' }),
    );
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await expect
      .poll(() => router.state.location.pathname, { timeout: 10_000 })
      .toBe('/rounds/InspectionRound_1');
    expect(
      sent.find(({ name }) => name === 'AddInspectionRound')?.variables['input'],
    ).toMatchObject({
      code: 'MH-SF-2026',
      inspectedOrganizationId: 'Organization_9',
      title: '示范局巡察（2026年）',
      kind: 'INSPECTION',
    });
  });
});
