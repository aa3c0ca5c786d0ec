import { cleanup, screen, within } from '@testing-library/react';
import { ITEM_FIGURES } from '@taizhang/rectification/rules';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { renderDashboard } from '../testing/render-dashboard.tsx';

afterEach(cleanup);

const rate = () => screen.findByRole('group', { name: '整改完成率' });

describe('The overview', () => {
  it('shows the completion rate with its numerator, its denominator and its rule', async () => {
    renderDashboard();
    const headline = await rate();
    expect(headline.textContent).toContain('70.0%');
    expect(within(headline).getByRole('link', { name: '已销号：7，查看明细' })).toBeTruthy();
    expect(within(headline).getByRole('link', { name: '应销号：10，查看明细' })).toBeTruthy();
    expect(within(headline).getByText('整改完成率 = 已销号 ÷（全部 − 已撤回）')).toBeTruthy();
  });

  it('opens the rows of a number with the very filter behind it', async () => {
    const user = userEvent.setup();
    const { address } = renderDashboard('/?round=r1&year=2025');
    await user.click(within(await rate()).getByRole('link', { name: /^应销号/ }));
    expect(await screen.findByText('共 10 条')).toBeTruthy();
    const params = new URLSearchParams(address().split('?')[1]);
    expect(Object.fromEntries(params)).toEqual({
      round: 'r1',
      year: '2025',
      status: ITEM_FIGURES.counted.status.join(','),
    });
  });

  it('names late, long-term, accepted measures and evidence, each with what it is a part of', async () => {
    renderDashboard();
    await rate();
    for (const name of [
      '逾期：1，查看明细',
      '长期整改：1，查看明细',
      '措施已验收：12，查看明细',
      '措施：14，查看明细',
      '销号附佐证：6，查看明细',
      '涉及金额：1,234,567.89 元，查看载明的 2 项',
      '9 项未载明',
    ])
      expect(screen.getAllByRole('link', { name }).length).toBeGreaterThan(0);
  });

  it('cuts by area, unit and leader, also where none is named yet', async () => {
    renderDashboard();
    await rate();
    const areas = screen.getByRole('region', { name: '按方面' });
    const row = within(areas).getByRole('row', { name: /文旅融合推进偏弱/ });
    expect(within(row).getByRole('cell', { name: '75.0%' })).toBeTruthy();
    const units = screen.getByRole('region', { name: '按责任单位' });
    expect(within(units).getByRole('row', { name: /未明确责任单位/ })).toBeTruthy();
    const leaders = screen.getByRole('region', { name: '按牵头领导' });
    expect(within(leaders).getByRole('row', { name: /分管副局长甲/ })).toBeTruthy();
  });

  it('runs the months on through quiet ones and keeps what has no date apart', async () => {
    renderDashboard();
    await rate();
    const table = screen.getByRole('table', { name: '培训与会议：各月数字' });
    const heads = within(table).getAllByRole('columnheader');
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      '类别',
      '2月2025',
      '3月2025',
      '4月2025',
      '日期未载明',
      '合计',
    ]);
    const lectures = within(table).getByRole('row', { name: /讲座/ });
    const cells = within(lectures).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['1', '0', '1', '0', '2']);
  });

  it('counts a document that was revised in two months once in the total', async () => {
    renderDashboard();
    await rate();
    const table = screen.getByRole('table', { name: '制度文件：各月数字' });
    const cells = within(within(table).getByRole('row', { name: /修订/ })).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual(['1', '0', '2', '0', '2']);
  });

  it('draws sessions, attendances or hours instead when they are chosen', async () => {
    const user = userEvent.setup();
    renderDashboard();
    await rate();
    await user.click(screen.getByRole('radio', { name: '1,230 人次' }));
    const table = screen.getByRole('table', { name: '培训与会议：各月数字' });
    expect(within(table).getByRole('row', { name: /讲座/ }).textContent).toContain('1,200');
    expect(screen.getByRole('img', { name: /每月培训与会议的人次/ })).toBeTruthy();
  });

  it('shows “—” and no NaN where there is nothing to divide by', async () => {
    renderDashboard('/', (hub) => {
      hub.items = hub.items.filter(({ status }) => status === 'WITHDRAWN');
    });
    const headline = await rate();
    expect(headline.textContent).toContain('—');
    expect(headline.textContent).toContain('没有应销号的问题');
    expect(document.body.textContent).not.toContain('NaN');
  });

  it('says so when a year holds nothing, and leads back to all years', async () => {
    renderDashboard('/?year=2019');
    expect(await screen.findByText('这个范围内没有数据')).toBeTruthy();
    expect(screen.getByText(/2019年没有登记/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '查看全部' }).getAttribute('href')).toBe('/');
  });

  it('tells of an error and reads again when asked to', async () => {
    const user = userEvent.setup();
    const { hub } = renderDashboard('/', (one) => {
      one.refuse = { operation: 'Overview', code: 'NETWORK' };
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('没有加载成功');
    hub.refuse = null;
    await user.click(within(alert).getByRole('button', { name: /重\s*试/ }));
    expect(await rate()).toBeTruthy();
  });

  it('keeps the figures on screen when an update fails', async () => {
    const user = userEvent.setup();
    const { hub } = renderDashboard();
    await rate();
    hub.refuse = { operation: 'Overview', code: 'NETWORK' };
    await user.click(screen.getByRole('button', { name: '刷新' }));
    expect(await screen.findByText(/没有更新成功/)).toBeTruthy();
    expect((await rate()).textContent).toContain('70.0%');
  });

  it('tells who may not see it', async () => {
    renderDashboard('/', (hub) => {
      hub.refuse = { operation: 'Overview', code: 'FORBIDDEN' };
    });
    expect((await screen.findByRole('alert')).textContent).toContain('您没有查看这里的权限');
  });

  it('shows its outline while it loads', async () => {
    renderDashboard();
    expect(await screen.findAllByRole('status', { name: '正在加载' })).toBeTruthy();
    await rate();
  });

  it('says that the ledger is a demonstration', async () => {
    renderDashboard();
    const note = await screen.findByRole('complementary', { name: '演示数据' });
    expect(note.textContent).toContain('演示');
  });

  it('puts a chosen filter into the address', async () => {
    const user = userEvent.setup();
    const { address } = renderDashboard();
    await rate();
    await user.selectOptions(screen.getByLabelText('年份'), '2025');
    await user.selectOptions(screen.getByLabelText('巡察轮次'), 'r1');
    expect(address()).toBe('/?year=2025&round=r1');
  });

  it('speaks English too', async () => {
    renderDashboard('/', undefined, 'en');
    const headline = await screen.findByRole('group', { name: 'Completion rate' });
    expect(within(headline).getByText('Completion rate = closed ÷ (all − withdrawn)')).toBeTruthy();
    expect(screen.getByRole('table', { name: /Trainings and meetings/ }).textContent).toContain(
      'No date stated',
    );
  });

  it('says how standing mechanisms were kept, with the rule and the way to each', async () => {
    renderDashboard();
    expect(await screen.findByText(/按时率 = 按时或宽限内完成/)).toBeTruthy();
    const link = screen.getByRole('link', { name: '许可信息推送' });
    expect(link.getAttribute('href')).toBe('/admin/mechanisms/m1');
    expect(within(link.closest('tr')!).getByText('91.7%')).toBeTruthy();
  });
});
