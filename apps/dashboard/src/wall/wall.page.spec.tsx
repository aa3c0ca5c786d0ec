import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderDashboard } from '../testing/render-dashboard.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const reads = (asked: string[]) => asked.filter((operation) => operation === 'Overview').length;

describe('The wall', () => {
  it('shows the figures without the frame around them', async () => {
    renderDashboard('/?wall=1');
    expect(await screen.findByRole('group', { name: '整改完成率' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.getByText(/更新于/)).toBeTruthy();
  });

  it('reads again each minute', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { hub } = renderDashboard('/?wall=1');
    await screen.findByRole('group', { name: '整改完成率' });
    expect(reads(hub.asked)).toBe(1);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(reads(hub.asked)).toBe(2);
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(reads(hub.asked)).toBe(3);
  });

  it('keeps the last figures and says of when they are while the hub is away', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { hub } = renderDashboard('/?wall=1');
    await screen.findByRole('group', { name: '整改完成率' });
    hub.refuse = { operation: 'Overview', code: 'NETWORK' };
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(await screen.findByText(/没有更新成功/)).toBeTruthy();
    expect(screen.getByRole('group', { name: '整改完成率' }).textContent).toContain('70.0%');
  });

  it('is left by its link or by Escape, with the filters kept', async () => {
    const { address } = renderDashboard('/?wall=1&year=2025');
    const link = await screen.findByRole('link', { name: '退出大屏' });
    expect(link.getAttribute('href')).toBe('/?year=2025');
    act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
    await vi.waitFor(() => expect(address()).toBe('/?year=2025'));
  });
});
