import { createHubClient } from '@taizhang/client';
import { createLanguage, LanguageProvider, ThemeProvider } from '@taizhang/ui';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Provider } from 'urql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { adminText } from '../text/text-resources.ts';
import { SessionGate } from './session-gate.tsx';

// The sign-in page is loaded lazily.
configure({ asyncUtilTimeout: 10_000 });

afterEach(cleanup);

const demoPerson = {
  __typename: 'DemoPerson',
  id: 'Person_1',
  displayName: '党群科科长',
  position: '党群科科长',
  role: 'PARTY_AFFAIRS',
  organizationName: '党群科',
};
const me = {
  __typename: 'Viewer',
  name: '党群科科长',
  isDemo: true,
  organization: null,
  person: { __typename: 'Person', id: 'Person_1', position: null },
  roles: [],
  allowedActions: [],
};

function open({
  signedIn = false,
  demoPeople = [demoPerson],
  expired = false,
  signIn = {} as object,
} = {}) {
  const answers: Record<string, object> = {
    AdminViewer: { me: signedIn ? me : null },
    AdminSignInOptions: { signInOptions: { __typename: 'SignInOptions', demoPeople } },
    AdminSignInAsDemoPerson: { signInAsDemoPerson: { __typename: 'Viewer' } },
    AdminSignIn: { signIn },
  };
  const onRestart = vi.fn();
  const hub = async (_url: RequestInfo | URL, init?: RequestInit) => {
    const { operationName } = JSON.parse(String(init?.body)) as { operationName: string };
    return new Response(JSON.stringify({ data: answers[operationName] }), {
      headers: { 'content-type': 'application/json' },
    });
  };
  render(
    <LanguageProvider i18n={createLanguage(adminText, 'zh')}>
      <ThemeProvider>
        <Provider
          value={createHubClient({ url: 'http://hub/graphql', clientName: 'test', fetch: hub })}
        >
          <SessionGate expired={expired} onRestart={onRestart} onRenewed={vi.fn()}>
            <input aria-label="半途写的" defaultValue="还在" />
          </SessionGate>
        </Provider>
      </ThemeProvider>
    </LanguageProvider>,
  );
  return { user: userEvent.setup(), onRestart };
}

describe('signing in', () => {
  it('takes one click as a demo person, under what the role may do', async () => {
    const { user, onRestart } = open();
    expect(await screen.findByText(/管理台账，批准与验收措施/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '以党群科科长身份进入' }));
    await vi.waitFor(() => expect(onRestart).toHaveBeenCalledOnce());
  });

  it('offers only accounts where the hub has no demo people', async () => {
    open({ demoPeople: [] });
    expect(await screen.findByLabelText('登录名')).toBeTruthy();
    expect(screen.queryByText('演示身份')).toBeNull();
  });

  it('says why an account was refused', async () => {
    const { user, onRestart } = open({
      signIn: {
        __typename: 'SignInError',
        message: '用户名或密码不正确 / The name or password is wrong',
      },
    });
    await user.type(await screen.findByLabelText('登录名'), 'zhang');
    await user.type(screen.getByLabelText('密码'), 'wrong');
    await user.click(screen.getByRole('button', { name: /登\s*录/ }));
    expect(await screen.findByText('用户名或密码不正确')).toBeTruthy();
    expect(onRestart).not.toHaveBeenCalled();
  });

  it('keeps the page under a dialog when the session runs out', async () => {
    open({ signedIn: true, expired: true });
    expect(await screen.findByRole('dialog', { name: '登录已过期' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('半途写的').value).toBe('还在');
  });
});
