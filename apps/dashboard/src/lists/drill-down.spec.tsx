import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { items } from '../testing/ledger-rows.ts';
import { renderDashboard } from '../testing/render-dashboard.tsx';

afterEach(cleanup);

/** Every number of the overview that opens rows: what it says and where it leads. */
async function numbersOf(address: string) {
  renderDashboard(address);
  await screen.findByRole('group', { name: '整改完成率' });
  const links = screen.getAllByRole('link', { name: /查看明细$/ });
  const numbers = links.map((link) => ({
    name: link.getAttribute('aria-label') ?? '',
    value: link.textContent ?? '',
    to: link.getAttribute('href') ?? '',
  }));
  cleanup();
  return [...new Map(numbers.map((one) => [one.to, one])).values()];
}

async function totalAt(address: string): Promise<string> {
  renderDashboard(address);
  const total = await waitFor(() => {
    const text = document.querySelector('h1')?.textContent ?? '';
    return /共 ([\d,]+) 条/.exec(text)?.[1] ?? Promise.reject(new Error(`no total in “${text}”`));
  });
  cleanup();
  return total;
}

describe('The list that a number opens', () => {
  it.each(['/', '/?year=2025', '/?round=r1&organization=o1'])(
    'holds just as many rows as the number said, for every number at %s',
    async (address) => {
      const numbers = await numbersOf(address);
      expect(numbers.length).toBeGreaterThan(35);
      for (const { name, value, to } of numbers)
        expect([name, await totalAt(to)]).toEqual([name, value]);
    },
    60_000,
  );

  it('leads each row to the admin console', async () => {
    renderDashboard('/items?overdue=true');
    const link = await screen.findByRole('link', { name: '在管理台打开：问题i9' });
    expect(link.getAttribute('href')).toBe('/admin/items/i9');
    expect(screen.getByText('逾期 12 天')).toBeTruthy();
  });

  it('says which conditions its rows meet and lets one go', async () => {
    const user = userEvent.setup();
    const { address } = renderDashboard('/items?year=2025&status=CLOSED&area=a1');
    const chips = await screen.findByRole('list', { name: '当前条件' });
    await waitFor(() => expect(chips.textContent).toContain('文旅融合推进偏弱'));
    await user.click(within(chips).getByRole('link', { name: '去掉条件：已销号' }));
    expect(address()).toBe('/items?year=2025&area=a1');
    expect(await screen.findByText('共 4 条')).toBeTruthy();
  });

  it('pages by cursor, keeps the page in the address and goes back', async () => {
    const user = userEvent.setup();
    const many = Array.from({ length: 45 }, (_, at) => ({ ...items[0]!, id: `x${at + 1}` }));
    const { address, router } = renderDashboard('/items', (hub) => {
      hub.items = many;
    });
    await user.click(await screen.findByRole('link', { name: '下一页' }));
    expect(await screen.findByText('第 21–40 条，共 45 条')).toBeTruthy();
    expect(address()).toBe('/items?after=x20');
    await user.click(screen.getByRole('link', { name: '下一页' }));
    expect(await screen.findByText('第 41–45 条，共 45 条')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '下一页' })).toBeNull();
    await user.click(screen.getByRole('link', { name: '上一页' }));
    expect(address()).toBe('/items?after=x20');
    await router.navigate(-3);
    expect(await screen.findByText('第 1–20 条，共 45 条')).toBeTruthy();
  });

  it('says so when no row meets the conditions', async () => {
    renderDashboard('/items?status=SUBMITTED');
    expect(await screen.findByText('没有符合条件的记录')).toBeTruthy();
  });

  it.each([
    ['/items', 'DashboardItems'],
    ['/measures', 'DashboardMeasures'],
    ['/documents', 'DashboardDocuments'],
    ['/trainings', 'DashboardTrainings'],
  ])('tells of errors and of missing rights at %s', async (address, operation) => {
    renderDashboard(address, (hub) => {
      hub.refuse = { operation, code: 'FORBIDDEN' };
    });
    expect((await screen.findByRole('alert')).textContent).toContain('您没有查看这里的权限');
    cleanup();
    const user = userEvent.setup();
    const { hub } = renderDashboard(address, (one) => {
      one.refuse = { operation, code: 'NETWORK' };
    });
    const alert = await screen.findByRole('alert');
    hub.refuse = null;
    await user.click(within(alert).getByRole('button', { name: /重\s*试/ }));
    expect(await screen.findByText(/^共 \d+ 条$/)).toBeTruthy();
  });
});
