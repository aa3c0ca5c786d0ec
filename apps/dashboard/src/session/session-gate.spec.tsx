import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { renderDashboard } from '../testing/render-dashboard.tsx';

afterEach(cleanup);

const signedOut = (hub: { signedIn: boolean }) => {
  hub.signedIn = false;
};

describe('Who is not signed in', () => {
  it('enters as a demo viewer with one click', async () => {
    const user = userEvent.setup();
    const { hub } = renderDashboard('/', signedOut);
    const buttons = await screen.findAllByRole('button', { name: /^以“/ });
    expect(buttons[0]?.getAttribute('aria-label')).toBe('以“区级看板浏览者”进入');
    expect(hub.asked).not.toContain('Overview');
    await user.click(buttons[0]!);
    expect(await screen.findByRole('group', { name: '整改完成率' })).toBeTruthy();
  });

  it('is told why when the hub refuses', async () => {
    const user = userEvent.setup();
    renderDashboard('/', signedOut);
    await user.click(await screen.findByText('其他演示身份'));
    await user.click(screen.getByRole('button', { name: '以“局党组书记”进入' }));
    expect((await screen.findByRole('alert')).textContent).toBe('不行');
  });

  it('finds the way to the admin console’s sign-in and back', async () => {
    renderDashboard('/', signedOut);
    const link = await screen.findByRole('link', { name: '到管理台登录' });
    expect(link.getAttribute('href')).toMatch(/^\/admin\/.*\?return=/);
  });

  it('can try again when the hub is away', async () => {
    const user = userEvent.setup();
    const { hub } = renderDashboard('/', (one) => {
      one.refuse = { operation: 'Session', code: 'NETWORK' };
    });
    const retry = await screen.findByRole('button', { name: /重\s*试/ });
    hub.refuse = null;
    await user.click(retry);
    expect(await screen.findByRole('group', { name: '整改完成率' })).toBeTruthy();
  });
});
