import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const act = (id: string, more: object = {}) => ({
  __typename: 'Act',
  id: `Act_${id}`,
  kind: 'IMPORT',
  status: 'DONE',
  error: null,
  startedAt: '2026-11-27T01:00:00.000Z',
  startedByName: '局党群科联络员',
  resultUrl: `/acts/${id}/result.csv`,
  progress: { __typename: 'ActProgress', done: 200, total: 200 },
  result: { __typename: 'ActResult', created: 190, changed: 7, removed: 0, leftCount: 3 },
  allowedActions: [
    { __typename: 'AllowedAction', action: 'cancelAct', allowed: false },
    { __typename: 'AllowedAction', action: 'undoAct', allowed: true },
  ],
  ...more,
});
const running = (done: number) =>
  act('2', {
    status: 'RUNNING',
    progress: { __typename: 'ActProgress', done, total: 200 },
    allowedActions: [{ __typename: 'AllowedAction', action: 'cancelAct', allowed: true }],
  });
const acts = (...nodes: object[]) => ({ data: { acts: { __typename: 'C', nodes } } });
const open = (answers: Answers) => renderAdmin({ path: '/import', answers, may: ['importNotice'] });

describe('the acts below an import', () => {
  it('are listed with what came of each and its result', async () => {
    open({
      AdminActs: acts(act('1'), act('3', { status: 'FAILED', error: '已取消 / Cancelled' })),
    });
    const [done, failed] = (await screen.findAllByText('导入')).map((name) => name.closest('tr')!);
    expect(done!.textContent).toContain('已完成');
    expect(done!.textContent).toContain('局党群科联络员');
    expect(done!.textContent).toContain('新增 190，改动 7，删除 0，未写入 3');
    const link = within(done!).getByRole('link', { name: '下载结果' });
    expect(link.getAttribute('href')).toBe('/acts/1/result.csv');
    expect(failed!.textContent).toContain('已取消');
    expect(failed!.textContent).not.toContain('Cancelled');
  });

  it('follow what is under way until it is done, and can be cancelled', async () => {
    let now = running(50);
    const { user, sent } = open({
      AdminActs: () => acts(now),
      CancelAct: {
        data: { result: { __typename: 'Act', id: 'Act_2', status: 'FAILED' } },
      },
    });
    const table = await screen.findByRole('table');
    expect(table.textContent).toContain('已办 50 / 200 步');
    expect(within(table).queryByRole('link', { name: '下载结果' })).toBeNull();
    now = running(100);
    await waitFor(() => expect(table.textContent).toContain('已办 100 / 200 步'));
    await user.click(within(table).getByRole('button', { name: /^取 ?消$/ }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('已写入的内容会保留');
    now = act('2', { status: 'FAILED', error: '已取消 / Cancelled' });
    await user.click(within(dialog).getByRole('button', { name: /^确认/ }));
    await waitFor(() => expect(table.textContent).toContain('已取消'));
    expect(within(table).getByRole('link', { name: '下载结果' })).toBeTruthy();
    expect(sent.find(({ name }) => name === 'CancelAct')!.variables['input']).toMatchObject({
      id: 'Act_2',
    });
  });

  it('are undone after one more look, and what was left is shown', async () => {
    let isUndone = false;
    const { user, sent } = open({
      AdminActs: () =>
        acts(isUndone ? act('1', { status: 'UNDONE', allowedActions: [] }) : act('1')),
      UndoAct: () => {
        isUndone = true;
        const left = [
          {
            __typename: 'ActLeftRow',
            recordId: 'RectificationItem_1',
            label: '被改过的问题',
            reason: '此后有人改过 / Somebody changed it since',
          },
        ];
        const result = { __typename: 'ActResult', leftCount: 1, left };
        const undone = {
          __typename: 'Act',
          id: 'Act_9',
          status: 'DONE',
          resultUrl: '/acts/9/result.csv',
          result,
        };
        return { data: { result: undone } };
      },
    });
    const table = await screen.findByRole('table');
    await user.click(within(table).getByRole('button', { name: /^撤 ?销$/ }));
    const dialog = await screen.findByRole('dialog');
    expect(sent.some(({ name }) => name === 'UndoAct')).toBe(false);
    await user.click(within(dialog).getByRole('button', { name: /^确认/ }));
    const row = (await within(dialog).findByText('此后有人改过')).closest('li');
    expect(row?.textContent).toContain('被改过的问题');
    expect(within(dialog).queryByRole('button', { name: /^确认/ })).toBeNull();
    await user.click(
      within(dialog)
        .getAllByRole('button', { name: /关 ?闭/ })
        .at(-1)!,
    );
    await waitFor(() => expect(table.textContent).toContain('已撤销'));
    expect(within(table).queryByRole('button', { name: /^撤 ?销$/ })).toBeNull();
  });

  it('say why the hub did not undo, and leave the dialog open', async () => {
    const { user } = open({
      AdminActs: acts(act('1')),
      UndoAct: {
        data: {
          result: {
            __typename: 'TransitionError',
            code: 'TRANSITION',
            message: '正在撤销 / It is being undone already',
            rule: 'status',
          },
        },
      },
    });
    const table = await screen.findByRole('table');
    await user.click(within(table).getByRole('button', { name: /^撤 ?销$/ }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /^确认/ }));
    expect(await within(dialog).findByText('正在撤销')).toBeTruthy();
  });
});
