import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { document } from './testing/records.ts';
import { renderAdmin } from './testing/render-admin.tsx';

const refusals = async () =>
  (await screen.findAllByRole('alert')).map((alert) => alert.textContent ?? '');

describe('a form refuses bad input with the server’s rule', () => {
  it('registering an item needs an area and a title', async () => {
    const { user, sent } = renderAdmin({ path: '/items/new', answers: {} });
    await user.click(await screen.findByRole('button', { name: /登\s*记/ }));
    expect(await refusals()).toEqual(['必填', '必填']);
    expect(sent.some(({ name }) => name === 'RegisterRectificationItem')).toBe(false);
  });

  it('in English too', async () => {
    const { user } = renderAdmin({ path: '/items/new', answers: {}, language: 'en' });
    await user.click(await screen.findByRole('button', { name: 'Register' }));
    expect(await refusals()).toEqual(['Required', 'Required']);
  });

  it('a document needs a title, and an action when it serves an item', async () => {
    const { user } = renderAdmin({ path: '/documents/new?item=RectificationItem_1', answers: {} });
    await user.click(await screen.findByRole('button', { name: /保\s*存/ }));
    expect(await refusals()).toContain('必填');
    await user.type(screen.getByLabelText(/文件名称/), '新制度');
    await user.click(screen.getByRole('button', { name: /保\s*存/ }));
    expect(await screen.findByText('请说明对该文件做了什么')).toBeTruthy();
  });

  it('a version needs at least one field', async () => {
    const { user } = renderAdmin({
      path: '/documents/InstitutionalDocument_1',
      answers: { AdminDocumentPage: { data: { node: document } } },
    });
    await user.click(await screen.findByRole('button', { name: /登记新版本/ }));
    await user.click(await screen.findByRole('button', { name: /保\s*存/ }));
    expect(await refusals()).toContain('请至少填写一项');
  });

  it('a training needs a topic and the day of each session', async () => {
    const { user } = renderAdmin({ path: '/trainings/new', answers: {} });
    await user.click(await screen.findByRole('button', { name: /保\s*存/ }));
    expect(await refusals()).toEqual(['必填', '请填写有效日期（年-月-日）']);
  });

  it('a planned training needs a topic and a day, and no session', async () => {
    const { user } = renderAdmin({ path: '/trainings/plan', answers: {} });
    await user.click(await screen.findByRole('button', { name: /保\s*存/ }));
    expect(await refusals()).toEqual(['必填', '请填写有效日期（年-月-日）']);
  });

  it('shows what only the hub could find wrong beside its field', async () => {
    const { user } = renderAdmin({
      path: '/documents/new',
      answers: {
        AddInstitutionalDocument: {
          data: {
            result: {
              __typename: 'ValidationError',
              code: 'VALIDATION',
              message: '填写内容有误 / Some fields need correction',
              fieldErrors: [
                {
                  __typename: 'FieldError',
                  path: ['title'],
                  message: '同名文件已存在 / It exists',
                },
              ],
            },
          },
        },
      },
    });
    const title = await screen.findByLabelText(/文件名称/);
    await user.type(title, '海派艺术馆运营管理办法');
    await user.click(screen.getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('填写内容有误', { exact: false });
    expect(title.getAttribute('aria-invalid')).toBe('true');
  });
});
