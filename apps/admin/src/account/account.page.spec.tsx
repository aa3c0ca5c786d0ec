import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const session = (id: string, isCurrent: boolean) => ({
  __typename: 'MySession',
  id,
  method: 'PASSWORD',
  createdAt: '2027-01-04T00:00:00.000Z',
  lastSeenAt: '2027-01-04T01:00:00.000Z',
  address: '203.0.113.7',
  userAgent: isCurrent ? 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' : null,
  isCurrent,
});
const sessions: Answers = {
  MySessions: { data: { mySessions: [session('Session_1', true), session('Session_2', false)] } },
};
const account = { loginName: 'zhengban', hasTotp: false, recoveryCodesLeft: 0 };

describe('one’s own account', () => {
  it('turns a second factor on: password, code, recovery codes', async () => {
    const { user, sent } = renderAdmin({
      path: '/account',
      account,
      answers: {
        ...sessions,
        OfferTotp: {
          data: {
            result: {
              __typename: 'TotpOffer',
              secret: 'ABCDEFGHIJKLMNOP',
              uri: 'otpauth://totp/x?secret=ABCDEFGHIJKLMNOP',
            },
          },
        },
        ConfirmTotp: {
          data: { result: { __typename: 'TotpEnrolled', recoveryCodes: ['BCDF-GHJK-MNPQ'] } },
        },
      },
    });
    await user.type(await screen.findByLabelText('密码'), 'three plain words');
    await user.click(screen.getByRole('button', { name: '启用动态口令' }));
    expect(await screen.findByText('ABCD EFGH IJKL MNOP')).toBeTruthy();
    expect(screen.getByRole('img', { name: '动态口令二维码' })).toBeTruthy();
    await user.type(screen.getByLabelText('六位动态码'), '123456');
    await user.click(screen.getByRole('button', { name: '确认启用' }));
    expect(await screen.findByText('BCDF-GHJK-MNPQ')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'ConfirmTotp')?.variables).toEqual({
      input: { code: '123456' },
    });
  });

  it('shows what the hub says of a wrong password beside its field', async () => {
    const { user } = renderAdmin({
      path: '/account',
      account: { ...account, hasTotp: true, recoveryCodesLeft: 7 },
      language: 'en',
      answers: {
        ...sessions,
        DisableTotp: {
          data: {
            result: {
              __typename: 'ValidationError',
              code: 'VALIDATION',
              message: '填写内容有误 / Some fields need correction',
              fieldErrors: [
                { __typename: 'FieldError', path: ['password'], message: '密码不正确 / Wrong' },
              ],
            },
          },
        },
      },
    });
    expect(await screen.findByText('On. 7 recovery codes left.')).toBeTruthy();
    const password = screen.getByLabelText('Password');
    await user.type(password, 'wrong');
    await user.type(screen.getByLabelText('Code or recovery code'), '123456');
    await user.click(screen.getByRole('button', { name: 'Turn off' }));
    expect(await screen.findByText('Some fields need correction', { exact: false })).toBeTruthy();
    expect(password.getAttribute('aria-invalid')).toBe('true');
  });

  it('lists the sessions and ends another one', async () => {
    const { user, sent } = renderAdmin({
      path: '/account',
      account,
      answers: {
        ...sessions,
        RevokeMySession: { data: { revokeMySession: { __typename: 'MySession' } } },
      },
    });
    const panel = await screen.findByRole('region', { name: '登录中的会话' });
    expect(await within(panel).findByText('Firefox · Linux')).toBeTruthy();
    await user.click(within(panel).getByRole('button', { name: '结束会话' }));
    expect(await screen.findByText('该会话已结束')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'RevokeMySession')?.variables).toEqual({
      input: { id: 'Session_2' },
    });
  });

  it('has no password to change for whoever signs in elsewhere', async () => {
    renderAdmin({ path: '/account', answers: sessions });
    expect(await screen.findByText(/您不用本地密码登录/)).toBeTruthy();
    expect(screen.queryByLabelText('原密码')).toBeNull();
  });
});
