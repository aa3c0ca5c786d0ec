import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { document, item, ledgerRow, page, round, training } from './testing/records.ts';
import { renderAdmin, type Answer } from './testing/render-admin.tsx';

interface PageCase {
  name: string;
  path: string;
  operation: string;
  happy: object;
  shows: string;
  empty?: { data: object; shows: string };
}

const PAGES: PageCase[] = [
  {
    name: 'ledger',
    path: '/items',
    operation: 'AdminItemsPage',
    happy: { rectificationItems: page('RectificationItem', [ledgerRow]) },
    shows: ledgerRow.title,
    empty: {
      data: { rectificationItems: page('RectificationItem', []) },
      shows: '台账里还没有问题',
    },
  },
  {
    name: 'item',
    path: '/items/RectificationItem_1',
    operation: 'AdminItemPage',
    happy: { node: item },
    shows: item.title,
    empty: { data: { node: null }, shows: '没有找到' },
  },
  {
    name: 'documents',
    path: '/documents',
    operation: 'AdminDocumentsPage',
    happy: { institutionalDocuments: page('InstitutionalDocument', [document]) },
    shows: `《${document.title}》`,
    empty: {
      data: { institutionalDocuments: page('InstitutionalDocument', []) },
      shows: '还没有制度文件',
    },
  },
  {
    name: 'document',
    path: '/documents/InstitutionalDocument_1',
    operation: 'AdminDocumentPage',
    happy: { node: document },
    shows: '党建主体责任扛得不牢',
    empty: { data: { node: { ...document, versions: [], actions: [] } }, shows: '还没有登记版本' },
  },
  {
    name: 'trainings',
    path: '/trainings',
    operation: 'AdminTrainingsPage',
    happy: { trainings: page('Training', [training]) },
    shows: training.topic,
    empty: { data: { trainings: page('Training', []) }, shows: '还没有培训会议' },
  },
  {
    name: 'training',
    path: '/trainings/Training_1',
    operation: 'AdminTrainingPage',
    happy: { node: training },
    shows: '第 1 场',
    empty: { data: { node: { ...training, sessions: [] } }, shows: '没有登记场次' },
  },
  {
    name: 'rounds',
    path: '/rounds',
    operation: 'AdminRoundsPage',
    happy: { inspectionRounds: page('InspectionRound', [round]) },
    shows: '76%',
    empty: { data: { inspectionRounds: page('InspectionRound', []) }, shows: '还没有巡察轮次' },
  },
  {
    name: 'round',
    path: '/rounds/InspectionRound_1',
    operation: 'AdminRoundPage',
    happy: { node: round },
    shows: '021-00000000',
    empty: { data: { node: { ...round, notice: null, areas: [] } }, shows: '这一轮没有导入通报' },
  },
];

describe.each(PAGES)('the $name page', ({ path, operation, happy, shows, empty }) => {
  const open = (answer: Answer, language: 'zh' | 'en' = 'zh') =>
    renderAdmin({ path, answers: { [operation]: answer }, language });

  it('shows what the hub answers', async () => {
    open({ data: happy });
    expect((await screen.findAllByText(shows)).length).toBeGreaterThan(0);
  });

  it('shows an outline while it loads', async () => {
    open('pending');
    expect(await screen.findByRole('status', { name: '正在加载' })).toBeTruthy();
  });

  it('says what to do when there is nothing', async () => {
    if (!empty) throw new Error('a page without an empty state');
    open({ data: empty.data });
    expect((await screen.findAllByText(empty.shows)).length).toBeGreaterThan(0);
  });

  it('offers to try again when the hub is not reached, and then shows the page', async () => {
    let isDown = true;
    const { user } = renderAdmin({
      path,
      answers: { [operation]: () => (isDown ? 'unreachable' : { data: happy }) },
    });
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText(/连不上台账服务/)).toBeTruthy();
    isDown = false;
    await user.click(within(alert).getByRole('button', { name: /重\s*试/ }));
    expect((await screen.findAllByText(shows)).length).toBeGreaterThan(0);
  });

  it('says that the viewer may not see it', async () => {
    open({
      error: { message: '您没有查看此内容的权限 / You may not read this', code: 'FORBIDDEN' },
    });
    expect(await screen.findByText('您没有查看这里的权限')).toBeTruthy();
  });

  it('shows the English half of the hub’s message to an English reader', async () => {
    open({ error: { message: '系统忙 / The system is busy', code: 'INTERNAL' } }, 'en');
    expect(await screen.findByText('The system is busy')).toBeTruthy();
  });
});
