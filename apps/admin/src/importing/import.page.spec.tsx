import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const difference: Answers = {
  ImportNotice: ({ input }) => ({
    data: {
      result: {
        __typename: 'NoticeImport',
        dryRun: (input as { dryRun: boolean }).dryRun,
        act: null,
        round: null,
        changes: [
          {
            __typename: 'NoticeChange',
            kind: 'CREATED',
            entity: 'TRAINING',
            path: [1, 2],
            before: null,
            after: 'SYMPOSIUM 重点酒店座谈会',
            reason: null,
          },
          {
            __typename: 'NoticeChange',
            kind: 'REFUSED',
            entity: 'ITEM',
            path: [1, 1],
            before: '已撤回的问题',
            after: '改过的问题',
            reason: '不能修改 / It cannot be changed',
          },
          {
            __typename: 'NoticeChange',
            kind: 'UNCHANGED',
            entity: 'AREA',
            path: [1],
            before: '文旅融合',
            after: '文旅融合',
            reason: null,
          },
        ],
        dropped: [{ text: '三、下一步打算', line: 9, message: '打算 / a plan' }],
        unmatched: [{ path: [1, 2], words: '综合科' }],
        warnings: [
          { __typename: 'NoticeWarning', message: '缺少日期 / A date is missing', line: 3 },
        ],
        checks: [
          {
            __typename: 'NoticeCheck',
            message: '措施表述笼统 / Vague words',
            path: '1.2.3',
            excerpt: '进一步',
          },
        ],
      },
    },
  }),
  AdminActs: { data: { acts: { __typename: 'C', nodes: [] } } },
  AdminRoundsPage: { data: { inspectionRounds: { __typename: 'C', totalCount: 0, edges: [] } } },
};
const open = (answers = difference) =>
  renderAdmin({ path: '/import', answers, may: ['importNotice'] });

describe('importing a notice', () => {
  it('is forbidden to whom the hub does not allow it', async () => {
    renderAdmin({ path: '/import', answers: {} });
    expect(await screen.findByText('您没有查看这里的权限')).toBeTruthy();
  });

  it('shows what would change before it changes anything, then imports', async () => {
    const { user, sent } = open();
    await user.type(await screen.findByLabelText(/通报文字/), '通报正文');
    await user.click(screen.getByRole('button', { name: '看看会有什么变化' }));
    expect(await screen.findByText('座谈会 重点酒店座谈会')).toBeTruthy();
    expect(screen.getByText('第 3 行：缺少日期')).toBeTruthy();
    expect(screen.getByText('不能修改').closest('tr')?.textContent).toContain('已撤回的问题');
    await user.click(screen.getByText('方案体检'));
    const place = screen.getByText('1.2.3').closest('li');
    expect(place?.textContent).toContain('措施表述笼统');
    expect(place?.textContent).toContain('进一步');
    expect(screen.queryByText('文旅融合')).toBeNull();
    await user.click(screen.getByRole('checkbox', { name: '显示不变的条目' }));
    expect(screen.getByText('文旅融合')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '确认导入' }));
    await screen.findByText('还没有巡察轮次');
    const runs = sent.filter(({ name }) => name === 'ImportNotice');
    expect(runs.map(({ variables }) => (variables['input'] as { dryRun: boolean }).dryRun)).toEqual(
      [true, false],
    );
  });

  it('must compare again after the text was changed', async () => {
    const { user } = open();
    const text = await screen.findByLabelText(/通报文字/);
    await user.type(text, '通报正文');
    await user.click(screen.getByRole('button', { name: '看看会有什么变化' }));
    await screen.findByText('座谈会 重点酒店座谈会');
    await user.type(text, '又改');
    expect(screen.getByText('文字已改动，请重新对照。')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '确认导入' }).disabled).toBe(true);
  });

  it('reads a text file in the encoding of older machines, and refuses what is no text', async () => {
    const { user } = open();
    const chooser = await screen.findByLabelText(/选择文本文件/);
    const gb18030 = new Uint8Array([0xcd, 0xa8, 0xb1, 0xa8]);
    await user.upload(chooser, new File([gb18030], '通报.txt', { type: 'text/plain' }));
    expect(await screen.findByDisplayValue('通报')).toBeTruthy();
    await user.upload(
      chooser,
      new File([new Uint8Array([0x50, 0, 1])], '图.txt', { type: 'text/plain' }),
    );
    expect(await screen.findByText(/这个文件不是纯文本/)).toBeTruthy();
  });

  it('asks for a text before it asks the hub', async () => {
    const { user, sent } = open();
    await user.click(await screen.findByRole('button', { name: '看看会有什么变化' }));
    expect(await screen.findByText('请先粘贴或选择通报文字')).toBeTruthy();
    expect(sent.some(({ name }) => name === 'ImportNotice')).toBe(false);
  });
});
