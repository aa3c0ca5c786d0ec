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
  requiredStep: null as string | null,
  account: null as object | null,
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
  completeSignIn = {} as object,
  viewer = {} as object,
  oidcName = null as string | null,
  isSetUpPending = false,
} = {}) {
  const answers: Record<string, object> = {
    AdminViewer: { me: signedIn ? { ...me, ...viewer } : null },
    AdminSignInOptions: {
      signInOptions: { __typename: 'SignInOptions', demoPeople, oidcName, isSetUpPending },
    },
    AdminCompleteSignIn: { completeSignIn },
    ChangePassword: { result: { __typename: 'Viewer', name: '党群科科长' } },
    AdminSignInAsDemoPerson: { signInAsDemoPerson: { __typename: 'Viewer' } },
    AdminSignIn: { signIn },
  };
  const onRestart = vi.fn();
  const sent: { name: string; variables: unknown }[] = [];
  const hub = async (_url: RequestInfo | URL, init?: RequestInit) => {
    const { operationName, variables } = JSON.parse(String(init?.body)) as {
      operationName: string;
      variables?: unknown;
    };
    sent.push({ name: operationName, variables });
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
  return { user: userEvent.setup(), onRestart, sent };
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
    expect(await screen.findByLabelText('用户名')).toBeTruthy();
    expect(screen.queryByText('演示身份')).toBeNull();
  });

  it('says why an account was refused', async () => {
    const { user, onRestart } = open({
      signIn: {
        __typename: 'SignInError',
        message: '用户名或密码不正确 / The name or password is wrong',
      },
    });
    await user.type(await screen.findByLabelText('用户名'), 'zhang');
    await user.type(screen.getByLabelText('密码'), 'wrong');
    await user.click(screen.getByRole('button', { name: /登\s*录/ }));
    expect(await screen.findByText('用户名或密码不正确')).toBeTruthy();
    expect(onRestart).not.toHaveBeenCalled();
  });

  it('asks for a code after the password where the account has a second factor', async () => {
    const { user, onRestart, sent } = open({
      signIn: { __typename: 'SecondFactorRequired', challenge: 'sealed' },
      completeSignIn: { __typename: 'Viewer' },
    });
    await user.type(await screen.findByLabelText('用户名'), 'zhang');
    await user.type(screen.getByLabelText('密码'), 'right');
    await user.click(screen.getByRole('button', { name: /^登\s*录$/ }));
    await user.type(await screen.findByLabelText('动态码或恢复码'), '123456');
    expect(onRestart).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: /继\s*续/ }));
    await vi.waitFor(() => expect(onRestart).toHaveBeenCalledOnce());
    expect(sent.at(-1)).toEqual({
      name: 'AdminCompleteSignIn',
      variables: { input: { challenge: 'sealed', code: '123456' } },
    });
  });

  it('says that a code was wrong and lets start over', async () => {
    const { user } = open({
      signIn: { __typename: 'SecondFactorRequired', challenge: 'sealed' },
      completeSignIn: { __typename: 'SecondFactorError', message: '动态码不正确 / Wrong' },
    });
    await user.type(await screen.findByLabelText('用户名'), 'zhang');
    await user.type(screen.getByLabelText('密码'), 'right');
    await user.click(screen.getByRole('button', { name: /^登\s*录$/ }));
    await user.type(await screen.findByLabelText('动态码或恢复码'), '000000');
    await user.click(screen.getByRole('button', { name: /继\s*续/ }));
    expect(await screen.findByText('动态码不正确')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '换个账号' }));
    expect(await screen.findByLabelText('用户名')).toBeTruthy();
  });

  it('offers the organization’s own sign-in where there is one', async () => {
    open({ oidcName: '统一登录 / Single sign-on' });
    const link = await screen.findByRole('link', { name: '通过统一登录进入' });
    expect(link.getAttribute('href')).toMatch(/^\/sign-in\/oidc\?return=%2F/);
    expect(screen.getByLabelText('用户名')).toBeTruthy();
  });

  it('says when the hub is not set up, where nobody could sign in', async () => {
    open({ demoPeople: [], isSetUpPending: true });
    expect(await screen.findByText(/尚未设置/)).toBeTruthy();
    expect(screen.queryByLabelText('用户名')).toBeNull();
  });

  it('lets nobody pass who must change the password, until it is changed', async () => {
    const { user, onRestart, sent } = open({
      signedIn: true,
      viewer: {
        requiredStep: 'CHANGE_PASSWORD',
        account: {
          __typename: 'MyAccount',
          loginName: 'zhengban',
          hasTotp: false,
          recoveryCodesLeft: 0,
        },
      },
    });
    expect(await screen.findByRole('heading', { name: '请先修改初始密码' })).toBeTruthy();
    expect(screen.queryByLabelText('半途写的')).toBeNull();
    await user.type(screen.getByLabelText('原密码'), 'given by somebody');
    await user.type(screen.getByLabelText('新密码'), 'my zhengban word');
    await user.type(screen.getByLabelText('再输一遍新密码'), 'another word');
    await user.click(screen.getByRole('button', { name: '修改密码' }));
    expect(await screen.findByText('密码不能包含用户名或姓名')).toBeTruthy();
    expect(screen.getByText('两次输入不一致')).toBeTruthy();
    expect(sent.some(({ name }) => name === 'ChangePassword')).toBe(false);
    for (const label of ['新密码', '再输一遍新密码']) {
      await user.clear(screen.getByLabelText(label));
      await user.type(screen.getByLabelText(label), 'three plain words');
    }
    await user.click(screen.getByRole('button', { name: '修改密码' }));
    await vi.waitFor(() => expect(onRestart).toHaveBeenCalledOnce());
    expect(sent.find(({ name }) => name === 'ChangePassword')?.variables).toEqual({
      input: { oldPassword: 'given by somebody', newPassword: 'three plain words' },
    });
  });

  it('keeps the page under a dialog when the session runs out', async () => {
    open({ signedIn: true, expired: true });
    expect(await screen.findByRole('dialog', { name: '登录已过期' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('半途写的').value).toBe('还在');
  });
});
