import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ledgerRow, page } from '../testing/records.ts';
import { renderAdmin } from '../testing/render-admin.tsx';

const rows = {
  AdminItemsPage: { data: { rectificationItems: page('RectificationItem', [ledgerRow], 21) } },
};

describe('the ledger', () => {
  it('marks an overdue row, its lateness and that it is demo data', async () => {
    renderAdmin({ path: '/items', answers: rows });
    const table = await screen.findByRole('table', { name: '问题台账' });
    expect(within(table).getByText('逾期 12 天')).toBeTruthy();
    expect(within(table).getByText('演示数据')).toBeTruthy();
    expect(within(table).getByText('整改中')).toBeTruthy();
    expect(within(table).getByText('3/8')).toBeTruthy();
  });

  it('asks the hub for just the rows that its address names', async () => {
    const { sent } = renderAdmin({
      path: '/items?round=R&area=A&unit=U&leader=L&status=CLOSED,nonsense&overdue=true&dueFrom=2025-01-01&dueTo=bad&text=书房&sort=-dueOn&size=50',
      answers: rows,
    });
    await screen.findByRole('table');
    expect(sent.find(({ name }) => name === 'AdminItemsPage')?.variables).toEqual({
      first: 50,
      after: null,
      filter: {
        roundId: ['R'],
        areaId: ['A'],
        responsibleUnitId: ['U'],
        leadLeaderId: ['L'],
        status: ['CLOSED'],
        overdue: true,
        dueFrom: '2025-01-01',
        text: '书房',
      },
      orderBy: { field: 'DUE_ON', direction: 'DESC' },
    });
  });

  it('reads the next page after the cursor and comes back', async () => {
    const { user, sent } = renderAdmin({ path: '/items', answers: rows });
    await user.click(await screen.findByRole('button', { name: '下一页' }));
    await screen.findByText('第 2 / 2 页');
    expect(sent.at(-1)?.variables).toMatchObject({ after: 'end' });
    await user.click(screen.getByRole('button', { name: '上一页' }));
    expect(await screen.findByText('第 1 / 2 页')).toBeTruthy();
  });

  it('sorts by a heading and writes it into the address', async () => {
    const { user, router } = renderAdmin({ path: '/items', answers: rows });
    await user.click(await screen.findByRole('button', { name: /时限/ }));
    await waitFor(() => expect(router.state.location.search).toBe('?sort=dueOn'));
  });

  it('keeps the overdue filter in the address and clears it', async () => {
    const { user, router } = renderAdmin({ path: '/items', answers: rows });
    await user.click(await screen.findByRole('checkbox', { name: '只看逾期' }));
    await waitFor(() => expect(router.state.location.search).toBe('?overdue=true'));
    await user.click(screen.getByRole('button', { name: '清除条件' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('offers registering only to whom the hub allows it', async () => {
    renderAdmin({ path: '/items', answers: rows, may: ['registerRectificationItem'] });
    expect(await screen.findByRole('button', { name: /登记问题/ })).toBeTruthy();
  });
});
