import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { item } from '../testing/records.ts';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const stored = (id: string, fileName: string) => ({
  __typename: 'EvidenceEdge',
  node: {
    __typename: 'Evidence',
    id,
    fileName,
    byteSize: 2048,
    status: 'ACCEPTED',
    uploadedAt: '2026-03-01T02:00:00.000Z',
    item: { __typename: 'RectificationItem', id: 'RectificationItem_9', code: 'MH-WL-2024-2.1' },
  },
});
const list = (edges: object[], totalCount = edges.length) => ({
  data: { evidence: { __typename: 'EvidenceConnection', totalCount, edges } },
});

async function openDialog(answers: Answers) {
  const opened = renderAdmin({
    path: '/items/RectificationItem_1',
    answers: { AdminItemPage: { data: { node: item } }, ...answers },
  });
  await opened.user.click(await screen.findByRole('button', { name: /选用已有材料/ }));
  return { ...opened, dialog: within(await screen.findByRole('dialog')) };
}

describe('using a file that is in the ledger already', () => {
  it('ties the chosen one to this item', async () => {
    const { user, dialog, sent } = await openDialog({
      AdminEvidenceChoices: list([
        stored('Evidence_7', '会议纪要.pdf'),
        stored('Evidence_8', '照片.jpg'),
      ]),
      ReuseEvidence: {
        data: {
          result: {
            __typename: 'Evidence',
            id: 'Evidence_10',
            item: { __typename: 'RectificationItem', id: item.id },
          },
        },
      },
    });
    await user.click(await dialog.findByRole('radio', { name: /照片\.jpg/ }));
    await user.click(dialog.getByRole('button', { name: /登记为佐证/ }));
    expect(await screen.findByText('已保存')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'ReuseEvidence')?.variables['input']).toMatchObject({
      itemId: item.id,
      evidenceId: 'Evidence_8',
    });
  });

  it('searches by name and says when there is more than it shows', async () => {
    const { user, dialog } = await openDialog({
      AdminEvidenceChoices: ({ filter }) =>
        (filter as { text?: string } | undefined)?.text === '照片'
          ? list([stored('Evidence_8', '照片.jpg')])
          : list([stored('Evidence_7', '纪要.pdf')], 300),
    });
    expect(await dialog.findByText(/共 300 份/)).toBeTruthy();
    await user.type(dialog.getByLabelText('按文件名查找'), '照片{Enter}');
    expect(await dialog.findByRole('radio', { name: /照片\.jpg/ })).toBeTruthy();
    expect(dialog.queryByText(/共 300 份/)).toBeNull();
  });

  it('sends nothing before a file is chosen, and says the hub’s reason when it refuses', async () => {
    const { user, dialog, sent } = await openDialog({
      AdminEvidenceChoices: list([stored('Evidence_7', '纪要.pdf')]),
      ReuseEvidence: {
        data: {
          result: {
            __typename: 'TransitionError',
            code: 'TRANSITION',
            rule: 'evidence-attached-already',
            message: '该文件已是此处的佐证材料 / This file is evidence here already',
          },
        },
      },
    });
    await dialog.findByRole('radio', { name: /纪要/ });
    await user.click(dialog.getByRole('button', { name: /登记为佐证/ }));
    expect(await dialog.findByText('请先选择一份材料')).toBeTruthy();
    expect(sent.some(({ name }) => name === 'ReuseEvidence')).toBe(false);
    await user.click(dialog.getByRole('radio', { name: /纪要/ }));
    await user.click(dialog.getByRole('button', { name: /登记为佐证/ }));
    expect(await dialog.findByText(/该文件已是此处的佐证材料/)).toBeTruthy();
  });

  it('says when there is nothing to choose', async () => {
    const { dialog } = await openDialog({ AdminEvidenceChoices: list([]) });
    expect(await dialog.findByText('没有找到您可以查看的材料')).toBeTruthy();
  });

  it('says when the list does not arrive', async () => {
    const { dialog } = await openDialog({ AdminEvidenceChoices: 'unreachable' });
    expect(await dialog.findByText(/材料清单没有取到/)).toBeTruthy();
  });
});
