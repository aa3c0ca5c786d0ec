import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const CLIENT = {
  __typename: 'ApiClient',
  id: 'ApiClient_1',
  name: '区级数据中台',
  role: 'DASHBOARD_VIEWER',
  scopes: ['item:read-all'],
  expiresOn: '2027-06-30',
  isExpired: false,
  lastUsedAt: null,
  disabledAt: null,
  version: 1,
  organization: { __typename: 'Organization', name: '闵行区' },
  allowedActions: ['rotateApiClientToken', 'disableApiClient'].map((action) => ({
    __typename: 'AllowedAction',
    action,
    allowed: true,
  })),
};
const list = (...clients: object[]): Answers => ({
  AdminApiClients: {
    data: {
      apiClients: {
        __typename: 'ApiClientConnection',
        totalCount: clients.length,
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        edges: clients.map((node) => ({ __typename: 'ApiClientEdge', node })),
      },
    },
  },
});

describe('API clients', () => {
  it('are shown with role, place, scopes and end', async () => {
    renderAdmin({ path: '/api-clients', may: ['addApiClient'], answers: list(CLIENT) });
    expect((await screen.findAllByText('区级数据中台'))[0]).toBeTruthy();
    expect(screen.getAllByText('看板查看者 · 闵行区')[0]).toBeTruthy();
    expect(screen.getAllByText('item:read-all')[0]).toBeTruthy();
    expect(screen.getAllByText('从未使用')[0]).toBeTruthy();
  });

  it('say what they are for while there is none', async () => {
    renderAdmin({ path: '/api-clients', may: ['addApiClient'], answers: list() });
    expect(await screen.findByText('还没有接口客户端')).toBeTruthy();
  });

  it('are closed to everyone but the security administrator', async () => {
    const { sent } = renderAdmin({ path: '/api-clients', may: ['addPerson'], answers: {} });
    expect(await screen.findByText('您没有查看这里的权限')).toBeTruthy();
    expect(sent.map(({ name }) => name)).not.toContain('AdminApiClients');
  });

  it('a disabled one offers nothing more', async () => {
    const ended = {
      ...CLIENT,
      disabledAt: '2026-11-23T00:00:00Z',
      allowedActions: CLIENT.allowedActions.map((one) => ({ ...one, allowed: false })),
    };
    renderAdmin({ path: '/api-clients', may: ['addApiClient'], answers: list(ended) });
    expect((await screen.findAllByText('已停用'))[0]).toBeTruthy();
    expect(screen.queryByRole('button', { name: '更换令牌' })).toBeNull();
  });

  it('ending one asks once more and sends the version that was read', async () => {
    const { user, sent } = renderAdmin({
      path: '/api-clients',
      may: ['addApiClient'],
      answers: {
        ...list(CLIENT),
        DisableApiClient: { data: { result: { __typename: 'ApiClient', id: 'ApiClient_1' } } },
      },
    });
    await user.click((await screen.findAllByRole('button', { name: '停用客户端' }))[0]!);
    expect(await screen.findByText(/立即失效且不可恢复/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: '确认停用客户端' }));
    await screen.findByText('“停用客户端”已办理');
    expect(sent.find(({ name }) => name === 'DisableApiClient')?.variables['input']).toMatchObject({
      id: 'ApiClient_1',
      expectedVersion: 1,
    });
  });
});
