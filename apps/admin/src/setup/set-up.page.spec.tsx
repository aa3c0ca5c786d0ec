import { createHubClient } from '@taizhang/client';
import { createLanguage, LanguageProvider, ThemeProvider } from '@taizhang/ui';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Provider } from 'urql';
import { afterEach, describe, expect, it } from 'vitest';
import { adminText } from '../text/text-resources.ts';
import { SetUpPage } from './set-up.page.tsx';

afterEach(() => {
  cleanup();
  window.location.hash = '';
});

function open(token: string, result: object, isSetUpPending = true) {
  window.location.hash = token;
  const sent: unknown[] = [];
  const hub = async (_url: RequestInfo | URL, init?: RequestInit) => {
    const { operationName, variables } = JSON.parse(String(init?.body)) as {
      operationName: string;
      variables: unknown;
    };
    const isRead = operationName === 'AdminSignInOptions';
    if (!isRead) sent.push(variables);
    const signInOptions = {
      __typename: 'SignInOptions',
      oidcName: null,
      isSetUpPending,
      demoPeople: [],
    };
    return new Response(JSON.stringify({ data: isRead ? { signInOptions } : { result } }), {
      headers: { 'content-type': 'application/json' },
    });
  };
  render(
    <LanguageProvider i18n={createLanguage(adminText, 'zh')}>
      <ThemeProvider>
        <Provider
          value={createHubClient({ url: 'http://hub/graphql', clientName: 'test', fetch: hub })}
        >
          <SetUpPage />
        </Provider>
      </ThemeProvider>
    </LanguageProvider>,
  );
  return { user: userEvent.setup(), sent };
}

const REFUSED = {
  __typename: 'ForbiddenError',
  code: 'FORBIDDEN',
  message: '设置链接无效 / The link is not valid',
};
const next = async (name: RegExp = /下一步|完成设置/) =>
  screen.findByRole('button', { name }, { timeout: 10_000 });

type User = ReturnType<typeof open>['user'];

/** Fills in the district and the three administrators under the login names, and sends. */
async function fillAll(user: User, logins: readonly [string, string, string]) {
  await user.type(await screen.findByLabelText(/区代码/), 'MH');
  await user.type(screen.getByLabelText(/区名称/), '某区');
  await user.click(await next());
  for (const [index, login] of logins.entries()) {
    const password = await screen.findByLabelText(index === 0 ? /^密码/ : /临时密码/);
    await user.type(screen.getByLabelText(/姓名/), `岗位 ${index + 1}`);
    await user.type(screen.getByLabelText(/用户名/), login);
    await user.clear(password);
    await user.type(password, 'three plain words');
    await user.click(await next(index === 2 ? /完成设置/ : /下一步/));
  }
}

describe('the first set-up', () => {
  it('checks each step, sends all with the token and says why it was refused', async () => {
    const { user, sent } = open('one-time-token', REFUSED);
    await user.click(await next());
    expect(await screen.findAllByRole('alert')).toHaveLength(2);
    await fillAll(user, ['sys', 'sec', 'aud']);
    expect(await screen.findByText(/设置链接无效/)).toBeTruthy();
    const who = (number: number, loginName: string) => ({
      displayName: `岗位 ${number}`,
      loginName,
      password: 'three plain words',
    });
    expect(sent).toEqual([
      {
        input: {
          token: 'one-time-token',
          districtCode: 'MH',
          districtName: '某区',
          systemAdministrator: who(1, 'sys'),
          securityAdministrator: who(2, 'sec'),
          auditAdministrator: who(3, 'aud'),
        },
      },
    ]);
  }, 30_000);

  it('makes passwords for the two others and shows them at the end, to be told', async () => {
    const { user } = open('one-time-token', { __typename: 'Viewer', name: '岗位 1' });
    await fillAll(user, ['sys', 'sec', 'aud']);
    expect(await screen.findByRole('heading', { name: '设置完成' })).toBeTruthy();
    expect(screen.getAllByText('three plain words')).toHaveLength(2);
    expect(screen.getByText('sec')).toBeTruthy();
    expect(screen.queryByText('sys')).toBeNull();
    expect(screen.getByRole('link', { name: '进入管理台' }).getAttribute('href')).toBe('/admin/');
  }, 30_000);

  it('keeps two of them from having one login name', async () => {
    const { user, sent } = open('one-time-token', REFUSED);
    await fillAll(user, ['sys', 'sec', 'sec']);
    expect(await screen.findByText('三个用户名须各不相同')).toBeTruthy();
    expect(sent).toEqual([]);
  }, 30_000);

  it('says that the link is not complete', async () => {
    open('', {});
    expect((await screen.findByRole('alert')).textContent).toContain('设置链接不完整');
    expect(screen.queryByLabelText(/区代码/)).toBeNull();
  });

  it('says when it was done before', async () => {
    open('one-time-token', {}, false);
    expect(await screen.findByText(/已设置完毕/)).toBeTruthy();
    expect(screen.getByRole('link', { name: '进入管理台' })).toBeTruthy();
  });
});
