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

  it('move below another one, with everything under them, where the hub offers it', async () => {
    const moving = (row: ReturnType<typeof organization>, allowed: boolean) => ({
      ...row,
      allowedActions: [
        { __typename: 'AllowedAction', action: 'moveOrganization', allowed, reason: null },
      ],
    });
    const { user, sent } = renderAdmin({
      path: '/organizations',
      may: ['addOrganization'],
      answers: {
        AdminOrganizationsPage: {
          data: {
            organizations: {
              ...page('Organization', []),
              totalCount: 2,
              nodes: [
                moving(organization('D', '某区', 'DISTRICT'), false),
                moving(organization('U', '综合科', 'UNIT'), true),
              ],
            },
          },
        },
        MoveOrganization: {
          data: { result: { __typename: 'Organization', id: 'Organization_U' } },
        },
      },
    });
    // Offered of one organization alone; a list is both table and cards here.
    const [move] = await screen.findAllByRole('button', { name: '调整上级' });
    expect(document.querySelectorAll('tbody button')).toHaveLength(2);
    await user.click(move!);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('综合科')).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: /确认调整上级/ }));
    expect((await within(dialog).findByRole('alert')).textContent).toBe('必填');
    await user.click(within(dialog).getByRole('combobox', { name: /新的上级/ }));
    await user.click(
      await screen.findByText('党群科', { selector: '.ant-select-item-option-content' }),
    );
    await user.click(within(dialog).getByRole('button', { name: /确认调整上级/ }));
    await screen.findByText('“调整上级”已办理');
    expect(sent.find(({ name }) => name === 'MoveOrganization')?.variables['input']).toEqual({
      idempotencyKey: expect.any(String),
      id: 'Organization_U',
      expectedVersion: 4,
      parentId: 'Organization_2',
      reason: null,
    });
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
