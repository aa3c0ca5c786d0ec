import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const row = (id: string, more: object = {}) => ({
  __typename: 'WorkRow',
  recordId: `CorrectiveMeasure_${id}`,
  itemId: 'RectificationItem_1',
  biweeklyReportId: null,
  code: 'MH-WL-1.1',
  title: `措施${id}`,
  note: '材料不全',
  unitName: '公共服务科',
  dueOn: '2026-11-19',
  isOverdue: true,
  daysLate: null,
  ...more,
});
const queue = (kind: string, count: number, rows: object[]) => ({
  __typename: 'WorkQueue',
  kind,
  count,
  rows,
});
const open = (answers: Answers, path = '/work') => renderAdmin({ path, answers });

describe('my work', () => {
  it('is the first page, with the queues that hold something, each with its count', async () => {
    const { router } = open(
      {
        AdminWork: {
          data: {
            myWork: [
              queue('MEASURES_RETURNED', 1, [row('1')]),
              queue('UNIT_REPORTS_LATE', 1, [
                row('2', { itemId: null, biweeklyReportId: 'BiweeklyReport_7', code: '3' }),
              ]),
              queue('ITEMS_TO_ASSIGN', 0, []),
            ],
          },
        },
      },
      '/',
    );
    const heading = await screen.findByRole('heading', { name: '退回的措施' });
    expect(router.state.location.pathname).toBe('/work');
    const panel = heading.closest('section')!;
    expect(panel.textContent).toContain('材料不全');
    expect(panel.textContent).toContain('逾期');
    expect(within(panel).getByRole('link').getAttribute('href')).toBe('/items/RectificationItem_1');
    const late = screen.getByRole('heading', { name: '逾期未报的科室' }).closest('section')!;
    expect(late.textContent).toContain('第 3 期');
    expect(within(late).getByRole('link').getAttribute('href')).toBe('/biweekly/BiweeklyReport_7');
    expect(screen.queryByRole('heading', { name: '待交办的问题' })).toBeNull();
  });

  it('shows all of a queue when asked', async () => {
    const rows = Array.from({ length: 7 }, (_, n) => row(String(n)));
    const { user } = open({
      AdminWork: ({ first }: Record<string, unknown>) => ({
        data: { myWork: [queue('MEASURES_TO_ACCEPT', 7, rows.slice(0, Number(first)))] },
      }),
    });
    await user.click(await screen.findByRole('button', { name: '查看全部 7 项' }));
    expect(await screen.findByText('措施6')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /查看全部/ })).toBeNull();
  });

  it('says so when nothing waits', async () => {
    open({ AdminWork: { data: { myWork: [] } } });
    expect(await screen.findByText('没有等您办理的事')).toBeTruthy();
    expect(screen.getByRole('link', { name: '去看问题台账' })).toBeTruthy();
  });

  it('tells of an error and reads again', async () => {
    let fails = true;
    const { user } = open({
      AdminWork: () =>
        fails
          ? { error: { message: '坏了 / Broken', code: 'INTERNAL' } }
          : { data: { myWork: [] } },
    });
    const alert = await screen.findByRole('alert');
    fails = false;
    await user.click(within(alert).getByRole('button', { name: /重\s*试/ }));
    expect(await screen.findByText('没有等您办理的事')).toBeTruthy();
  });

  it('says in the menu how much waits', async () => {
    open({
      AdminWork: { data: { myWork: [] } },
      AdminWorkCount: {
        data: {
          myWork: [
            { __typename: 'WorkQueue', kind: 'ITEMS_TO_SIGN', count: 4 },
            { __typename: 'WorkQueue', kind: 'ITEMS_LATE', count: 3 },
          ],
        },
      },
    });
    const [entry] = await screen.findAllByRole('link', { name: /我的工作/ });
    await screen.findAllByText('7');
    expect(entry!.textContent).toContain('7');
  });
});
