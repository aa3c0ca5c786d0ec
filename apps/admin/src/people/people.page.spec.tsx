import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const GF = { __typename: 'Organization', id: 'Organization_1', name: '公共服务科' };
const CONTACT = {
  __typename: 'Person',
  id: 'Person_9',
  displayName: '公共服务科联络员',
  position: '科员',
  isDemo: true,
  email: null,
  disabledAt: null,
  sessionCount: 2,
  version: 3,
  organization: GF,
  roles: [{ __typename: 'RoleAssignment', role: 'SECTION_CONTACT', organization: GF }],
  account: {
    __typename: 'PersonAccount',
    loginName: 'contact-public-services',
    isLocked: false,
    lockedUntil: null,
  },
};
const allowed = (actions: string[]) =>
  ['disablePerson', 'enablePerson', 'unlockAccount', 'revokeSessions', 'grantRole'].map(
    (action) => ({
      __typename: 'AllowedAction',
      action,
      allowed: actions.includes(action),
      reason: actions.includes(action)
        ? null
        : '您的角色没有此项权限 / Your role does not include this',
    }),
  );
const page = (actions: string[]): Answers => ({
  AdminPersonPage: { data: { node: { ...CONTACT, allowedActions: allowed(actions) } } },
});
const list = (edges: object[]): Answers => ({
  AdminPeoplePage: {
    data: {
      people: {
        __typename: 'PersonConnection',
        totalCount: edges.length,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges,
      },
    },
  },
});

describe('people and roles', () => {
  it('are listed with their roles and places, the disabled ones too', async () => {
    const { sent } = renderAdmin({
      path: '/people?text=联络员',
      may: ['grantRole'],
      answers: list([{ __typename: 'PersonEdge', node: CONTACT }]),
    });
    expect((await screen.findAllByText('公共服务科联络员'))[0]).toBeTruthy();
    expect(screen.getAllByText('科室联络员 · 公共服务科')[0]).toBeTruthy();
    expect(sent.find(({ name }) => name === 'AdminPeoplePage')?.variables).toMatchObject({
      filter: { text: '联络员', includeDisabled: true },
    });
  });

  it('say so when nobody matches', async () => {
    renderAdmin({ path: '/people', may: ['addPerson'], answers: list([]) });
    expect(await screen.findByText('没有符合条件的人员')).toBeTruthy();
  });

  it('are closed to whoever neither adds people nor grants roles, and not in the menu', async () => {
    const { sent } = renderAdmin({ path: '/people', answers: {} });
    expect(await screen.findByText('您没有查看这里的权限')).toBeTruthy();
    expect(screen.queryByText('人员与角色')).toBeNull();
    expect(sent.map(({ name }) => name)).not.toContain('AdminPeoplePage');
  });
});

describe('one person', () => {
  it('shows only the actions that are allowed, and why no role can be granted', async () => {
    renderAdmin({ path: '/people/Person_9', may: ['addPerson'], answers: page(['disablePerson']) });
    expect(await screen.findByRole('button', { name: /停\s?用/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '强制下线' })).toBeNull();
    expect(screen.getByRole('button', { name: '授予角色' }).hasAttribute('disabled')).toBe(true);
    expect(screen.queryByRole('button', { name: '撤销角色' })).toBeNull();
  });

  it('revokes a role against the version that was read', async () => {
    const { user, sent } = renderAdmin({
      path: '/people/Person_9',
      may: ['grantRole'],
      answers: {
        ...page(['grantRole', 'revokeSessions']),
        RevokeRole: { data: { result: { __typename: 'Person', id: 'Person_9' } } },
      },
    });
    await user.click(await screen.findByRole('button', { name: '撤销角色' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '确认撤销角色' }));
    expect(await screen.findByText('“撤销角色”已办理')).toBeTruthy();
    expect(sent.find(({ name }) => name === 'RevokeRole')?.variables['input']).toMatchObject({
      id: 'Person_9',
      expectedVersion: 3,
      role: 'SECTION_CONTACT',
      organizationId: 'Organization_1',
    });
  });

  it('is added with a temporary password, which is then shown to be told', async () => {
    const { user, sent } = renderAdmin({
      path: '/people',
      may: ['addPerson'],
      answers: {
        ...list([{ __typename: 'PersonEdge', node: CONTACT }]),
        AddPerson: { data: { result: { __typename: 'Person', id: 'Person_10' } } },
      },
    });
    await user.click(await screen.findByRole('button', { name: '新增人员' }));
    const dialog = await screen.findByRole('dialog');
    const send = () => user.click(within(dialog).getByRole('button', { name: '新增人员' }));
    await send();
    expect(await within(dialog).findAllByText('必填')).toHaveLength(3);
    await user.type(within(dialog).getByLabelText(/姓名/), '某岗');
    await user.type(within(dialog).getByLabelText(/用户名/), 'office');
    await user.click(within(dialog).getByLabelText(/所在组织/));
    await user.click(await screen.findByTitle('党群科'));
    await send();
    expect(await screen.findByText('请告知某岗')).toBeTruthy();
    const { input } = sent.find(({ name }) => name === 'AddPerson')!.variables as {
      input: { password: string; organizationId: string };
    };
    expect(input.organizationId).toBe('Organization_2');
    expect(screen.getByText(input.password)).toBeTruthy();
  }, 30_000);

  it('gets a new temporary password only from whom the hub offers it', async () => {
    const reset = {
      __typename: 'AllowedAction',
      action: 'resetPassword',
      allowed: true,
      reason: null,
    };
    const { user, sent } = renderAdmin({
      path: '/people/Person_9',
      answers: {
        AdminPersonPage: { data: { node: { ...CONTACT, allowedActions: [reset] } } },
        ResetPassword: { data: { result: { __typename: 'Person', id: 'Person_9' } } },
      },
    });
    await user.click(await screen.findByRole('button', { name: '重置密码' }));
    expect(screen.queryByRole('button', { name: '取消动态口令' })).toBeNull();
    await user.click(await screen.findByRole('button', { name: '确认重置密码' }));
    expect(await screen.findByText('请告知公共服务科联络员')).toBeTruthy();
    const { input } = sent.find(({ name }) => name === 'ResetPassword')!.variables as {
      input: { password: string; personId: string };
    };
    expect(input.personId).toBe('Person_9');
    expect(screen.getByText(input.password)).toBeTruthy();
  }, 30_000);
});
