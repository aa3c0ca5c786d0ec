import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { item } from '../testing/records.ts';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const path = '/items/RectificationItem_1';
const answers: Answers = { AdminItemPage: { data: { node: item } } };

async function openSubmission(more: Answers = {}, language: 'zh' | 'en' = 'zh') {
  const opened = renderAdmin({ path, answers: { ...answers, ...more }, language });
  const label = language === 'zh' ? '提交完成情况' : 'Submit measure';
  await opened.user.click(await screen.findByRole('button', { name: label }));
  return { ...opened, dialog: await screen.findByRole('dialog') };
}

describe('what the viewer may do to an item', () => {
  it('is what the hub allows, and what it refuses shows the hub’s reason', async () => {
    const { user } = renderAdmin({ path, answers });
    expect(await screen.findByRole('button', { name: '核验退回' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '销号' })).toBeNull();
    await user.click(screen.getAllByText('暂不能办理的事项')[0]!);
    expect(screen.getByText('没有已采信的佐证材料，不能销号')).toBeTruthy();
  });

  it('refuses an empty field with the server’s own rule, and sends nothing', async () => {
    const { user, dialog, sent } = await openSubmission();
    await user.click(within(dialog).getByRole('button', { name: '确认提交完成情况' }));
    expect((await within(dialog).findByRole('alert')).textContent).toBe('必填');
    expect(sent.some(({ name }) => name === 'SubmitMeasure')).toBe(false);
  });

  it('sends the version that was read and an idempotency key', async () => {
    const { user, dialog, sent } = await openSubmission({
      SubmitMeasure: {
        data: {
          result: { __typename: 'CorrectiveMeasure', id: 'CorrectiveMeasure_1', version: 4 },
        },
      },
    });
    await user.type(within(dialog).getByLabelText(/落实情况/), '已修订并印发');
    await user.click(within(dialog).getByRole('button', { name: '确认提交完成情况' }));
    expect(await screen.findByText('“提交完成情况”已办理')).toBeTruthy();
    const input = sent.find(({ name }) => name === 'SubmitMeasure')?.variables['input'];
    expect(input).toMatchObject({
      id: 'CorrectiveMeasure_1',
      expectedVersion: 3,
      progress: '已修订并印发',
    });
    expect(input).toHaveProperty('idempotencyKey', expect.stringMatching(/^[0-9a-f]{32}$/));
  });

  it('shows both values of a conflict and keeps what was typed when it loads the latest', async () => {
    const { user, dialog } = await openSubmission({
      SubmitMeasure: {
        data: {
          result: {
            __typename: 'ConflictError',
            code: 'CONFLICT',
            message: '该记录已被他人修改 / Somebody else changed it',
            currentVersion: 4,
            fields: [
              { __typename: 'FieldConflict', field: 'progress', yours: '我的', current: '别人的' },
            ],
          },
        },
      },
    });
    await user.type(within(dialog).getByLabelText(/落实情况/), '我的');
    await user.click(within(dialog).getByRole('button', { name: '确认提交完成情况' }));
    expect(await within(dialog).findByText('别人的')).toBeTruthy();
    expect(within(dialog).getByRole('rowheader', { name: '完成情况' })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: '载入最新' }));
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>(/落实情况/).value).toBe('我的');
  });

  it('repeats the same idempotency key after no answer', async () => {
    const { user, dialog, sent } = await openSubmission({ SubmitMeasure: 'unreachable' });
    await user.type(within(dialog).getByLabelText(/落实情况/), '已完成');
    await user.click(within(dialog).getByRole('button', { name: '确认提交完成情况' }));
    await within(dialog).findByText(/填写的内容都还在/);
    await user.click(within(dialog).getByRole('button', { name: '确认提交完成情况' }));
    await within(dialog).findByText(/填写的内容都还在/);
    const keys = sent
      .filter(({ name }) => name === 'SubmitMeasure')
      .map(({ variables }) => (variables['input'] as { idempotencyKey: string }).idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('says why a rule refused it in the reader’s language', async () => {
    const { user, dialog } = await openSubmission(
      {
        SubmitMeasure: {
          data: {
            result: {
              __typename: 'TransitionError',
              code: 'TRANSITION',
              message: '当前状态不能进行此操作 / Its status does not allow this step',
            },
          },
        },
      },
      'en',
    );
    await user.type(within(dialog).getByLabelText(/Progress/), 'done');
    await user.click(within(dialog).getByRole('button', { name: 'Confirm: Submit measure' }));
    expect(await within(dialog).findByText('Its status does not allow this step')).toBeTruthy();
  });
});
