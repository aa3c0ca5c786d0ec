import type { FieldDescription } from '@taizhang/platform/rules';
import { FILTERED_FIELDS } from '@taizhang/rectification/rules';
import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ledgerRow, page } from '../testing/records.ts';
import { renderAdmin } from '../testing/render-admin.tsx';

const rows = {
  AdminItemsPage: { data: { rectificationItems: page('RectificationItem', [ledgerRow], 21) } },
};

describe('the ledger', () => {
  const enterBy = (user: UserEvent) => async (name: string, text: string) => {
    await user.click(screen.getByRole('textbox', { name }));
    await user.paste(text);
  };

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

  it('keeps the bar calm: texts and sums are behind a button, which says how many are set', async () => {
    const { user } = renderAdmin({
      path: '/items?basis=会议费&amountInvolvedFenFrom=100',
      answers: rows,
    });
    const more = await screen.findByRole('button', { name: /更多筛选/ });
    expect(more.getAttribute('aria-expanded')).toBe('false');
    const basis = screen.getByLabelText('定性依据');
    const bar = basis.closest<HTMLElement>('[role=search]')!;
    expect(within(bar).getByTitle('2')).toBeTruthy();
    expect(basis.closest('.filter-more')).toBeTruthy();
    await user.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(bar.className).toContain('filter-bar-open');
  });

  it('has a control for each text that is described and for both ends of the money', async () => {
    const { user, sent, router } = renderAdmin({ path: '/items', answers: rows });
    await screen.findByRole('table');
    const enter = enterBy(user);
    const texts = Object.values<FieldDescription>(FILTERED_FIELDS).filter(({ kind }) =>
      kind.includes('TEXT'),
    );
    expect(texts.length).toBeGreaterThan(6);
    for (const { label } of texts)
      expect(screen.getByRole('textbox', { name: label.split(' / ')[0]! })).toBeTruthy();
    await enter('问题成因', ' 制度 ');
    await waitFor(() => expect(router.state.location.search).toContain('cause='));
    await enter('涉及金额（元）自', '1,234.5');
    await waitFor(() => expect(router.state.location.search).toContain('FenFrom=123450'));
    // What says the same stays as it was typed.
    expect(screen.getByDisplayValue('1,234.5')).toBeTruthy();
    await enter('涉及金额（元）至', '2000');
    await waitFor(() => expect(router.state.location.search).toContain('FenTo=200000'));
    await waitFor(() =>
      expect(sent.at(-1)?.variables['filter']).toEqual({
        cause: '制度',
        amountInvolvedFenFrom: 123_450,
        amountInvolvedFenTo: 200_000,
      }),
    );
    await user.click(screen.getByRole('button', { name: '清除条件' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
    expect(screen.queryByDisplayValue('1,234.5')).toBeNull();
  });

  it('says of a text that it is no sum, and does not ask for it', async () => {
    const { user, sent, router } = renderAdmin({ path: '/items', answers: rows });
    await screen.findByRole('table');
    const enter = enterBy(user);
    const from = screen.getByRole('textbox', { name: '涉及金额（元）自' });
    await enter('涉及金额（元）自', '约三万');
    expect(from.getAttribute('aria-invalid')).toBe('true');
    await enter('定性依据', '会议费');
    await waitFor(() => expect(router.state.location.search).toContain('basis='));
    expect(router.state.location.search).not.toContain('amount');
    await waitFor(() => expect(sent.at(-1)?.variables['filter']).toEqual({ basis: '会议费' }));
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
