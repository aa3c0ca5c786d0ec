import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { page } from '../testing/records.ts';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const organization = (id: string, name: string, kind: string, isDisabled = false) => ({
  __typename: 'Organization',
  id: `Organization_${id}`,
  code: id,
  name,
  kind,
  isDisabled,
  version: 4,
  allowedActions: ['disableOrganization', 'enableOrganization'].map((action) => ({
    __typename: 'AllowedAction',
    action,
    allowed: isDisabled === (action === 'enableOrganization'),
    reason: null,
  })),
});
const answers: Answers = {
  AdminOrganizationsPage: {
    data: {
      organizations: {
        ...page('Organization', []),
        totalCount: 2,
        nodes: [organization('B', '某局', 'BUREAU'), organization('U', '撤并科', 'UNIT', true)],
      },
    },
  },
};

describe('the organizations', () => {
  it('are shown to who keeps the tree alone', async () => {
    const { sent } = renderAdmin({ path: '/organizations', answers });
    expect(await screen.findByText('您没有查看这里的权限')).toBeTruthy();
    expect(sent.map(({ name }) => name)).not.toContain('AdminOrganizationsPage');
  });

  it('are shown with their state, and disabled with a reason', async () => {
    const { user, sent } = renderAdmin({
      path: '/organizations',
      may: ['addOrganization'],
      answers: {
        ...answers,
        disableOrganization: {
          data: { result: { __typename: 'Organization', id: 'Organization_B' } },
        },
      },
    });
    expect((await screen.findAllByText('已停用'))[0]).toBeTruthy();
    expect((await screen.findAllByRole('button', { name: '启用组织' }))[0]).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: '停用组织' })[0]!);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('某局')).toBeTruthy();
    await user.type(within(dialog).getByRole('textbox'), '机构撤并');
    await user.click(within(dialog).getByRole('button', { name: /确认停用组织/ }));
    const change = sent.find(({ variables }) => 'input' in variables)!;
    expect(change.variables['input']).toMatchObject({
      id: 'Organization_B',
      expectedVersion: 4,
      reason: '机构撤并',
    });
  });
});
