import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { item, round as anyRound } from '../testing/records.ts';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const person = (displayName: string) => ({ __typename: 'Person', displayName });
const action = (name: string, allowed = true) => ({
  __typename: 'AllowedAction',
  action: name,
  allowed,
  reason: allowed ? null : '销号人不能复查自己销号的问题 / Who closed the item cannot look back',
});

const sample = {
  __typename: 'LookBackSample',
  id: 'LookBackSample_1',
  version: 1,
  result: 'PENDING',
  note: null,
  item: {
    __typename: 'RectificationItem',
    id: 'RectificationItem_1',
    code: 'MH-WL-2024-1.1',
    title: '理论学习不够深入',
  },
  reviewedBy: null,
  allowedActions: [action('passLookBackSample'), action('failLookBackSample')],
};

const round = {
  ...anyRound,
  version: 4,
  allowedActions: [action('drawLookBackReview'), action('recordSatisfactionSurvey')],
  notice: null,
  areas: [],
  lookBacks: [
    {
      __typename: 'LookBackReview',
      id: 'LookBackReview_1',
      title: '销号后回头看',
      status: 'DRAWN',
      seed: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      sampleSize: 1,
      populationCount: 2,
      populationCodes: ['MH-WL-2024-1.1', 'MH-WL-2024-1.2'],
      drawnAt: '2026-10-01T02:00:00.000Z',
      samples: [sample],
    },
  ],
  surveys: [
    {
      __typename: 'SatisfactionSurvey',
      id: 'SatisfactionSurvey_1',
      title: '整改成效测评',
      heldOn: '2026-10-20',
      asked: 100,
      rate: { __typename: 'SatisfactionRate', numerator: 90, denominator: 96, rate: 0.9375 },
    },
  ],
};
const answers: Answers = {
  AdminRoundPage: { data: { node: round } },
  AdminRoundAreas: { data: { node: round } },
};
const path = '/rounds/InspectionRound_1';

describe('looking back at closed items', () => {
  it('shows what was drawn, by which seed, and records a failure with its reason', async () => {
    const { user, sent } = renderAdmin({
      path,
      answers: {
        ...answers,
        FailLookBackSample: {
          data: {
            result: {
              __typename: 'LookBackSample',
              id: 'LookBackSample_1',
              item: { __typename: 'RectificationItem', id: 'RectificationItem_1' },
            },
          },
        },
      },
    });
    const review = await screen.findByRole('region', { name: '销号后回头看' });
    expect(within(review).getByText('0f1e2d3c4b5a69788796a5b4c3d2e1f0')).toBeTruthy();
    expect(within(review).getByText(/已销号 2 件，抽取 1 件/)).toBeTruthy();
    await user.click(within(review).getByRole('button', { name: '抽查不合格' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('记为不合格后，该问题随即重新打开。')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '确认抽查不合格' }));
    expect((await within(dialog).findByRole('alert')).textContent).toBe('必填');
    await user.type(within(dialog).getByLabelText(/理由/), '问题反弹');
    await user.click(within(dialog).getByRole('button', { name: '确认抽查不合格' }));
    expect(await screen.findByText('“抽查不合格”已办理')).toBeTruthy();
    expect(
      sent.find(({ name }) => name === 'FailLookBackSample')?.variables['input'],
    ).toMatchObject({
      id: 'LookBackSample_1',
      expectedVersion: 1,
      reason: '问题反弹',
    });
  });

  it('draws by a number or a percentage, under the round', async () => {
    const { user, sent } = renderAdmin({
      path,
      answers: {
        ...answers,
        DrawLookBackReview: {
          data: {
            result: {
              __typename: 'LookBackReview',
              id: 'LookBackReview_2',
              round: { __typename: 'InspectionRound', id: 'InspectionRound_1' },
            },
          },
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: '抽取回头看样本' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText(/名称/), '年底回头看');
    await user.click(within(dialog).getByRole('button', { name: '确认抽取回头看样本' }));
    expect((await within(dialog).findByRole('alert')).textContent).toBe('请填件数或比例');
    await user.type(within(dialog).getByLabelText(/抽取比例/), '10');
    await user.click(within(dialog).getByRole('button', { name: '确认抽取回头看样本' }));
    expect(await screen.findByText('“抽取回头看样本”已办理')).toBeTruthy();
    const input = sent.find(({ name }) => name === 'DrawLookBackReview')?.variables['input'];
    expect(input).toMatchObject({ roundId: 'InspectionRound_1', title: '年底回头看', percent: 10 });
    expect(input).not.toHaveProperty('expectedVersion');
  });

  it('shows a survey by its rate with numerator and denominator', async () => {
    renderAdmin({ path, answers, language: 'en' });
    expect(await screen.findByText('93.75%')).toBeTruthy();
    expect(screen.getByText(/90 of 96 satisfied or basically so; 100 asked/)).toBeTruthy();
  });
});

describe('following an item up', () => {
  const open = (more: Answers) =>
    renderAdmin({
      path: '/items/RectificationItem_1',
      answers: { AdminItemPage: { data: { node: item } }, ...more },
    });

  it('grants an extension where the hub allows it, and offers nothing that it refuses', async () => {
    const { user, sent } = open({
      GrantExtension: {
        data: {
          result: {
            __typename: 'ExtensionRequest',
            id: 'ExtensionRequest_1',
            item: { __typename: 'RectificationItem', id: 'RectificationItem_1' },
          },
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: '批准延期' }));
    expect(screen.queryByRole('button', { name: '不批准延期' })).toBeNull();
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '确认批准延期' }));
    expect(await screen.findByText('“批准延期”已办理')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'GrantExtension')?.variables['input']).toMatchObject({
      id: 'ExtensionRequest_1',
      expectedVersion: 1,
    });
  });

  it('supervises an item under its own id, by kind and note', async () => {
    const { user, sent } = open({
      SuperviseRectificationItem: {
        data: {
          result: {
            __typename: 'Supervision',
            id: 'Supervision_1',
            byPerson: person('党群科科长'),
            item: { __typename: 'RectificationItem', id: 'RectificationItem_1' },
          },
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: '督办 / 催办' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('combobox', { name: /类别/ }));
    await user.click(
      await screen.findByText('催办', { selector: '.ant-select-item-option-content' }),
    );
    await user.type(within(dialog).getByLabelText(/督办内容/), '请月底前报送');
    await user.click(within(dialog).getByRole('button', { name: '确认督办 / 催办' }));
    expect(await screen.findByText('“督办 / 催办”已办理')).toBeTruthy();
    expect(
      sent.find(({ name }) => name === 'SuperviseRectificationItem')?.variables['input'],
    ).toMatchObject({ itemId: 'RectificationItem_1', kind: 'REMINDER', note: '请月底前报送' });
  });
});
