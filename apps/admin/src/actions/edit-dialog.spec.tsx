import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { document, item, training } from '../testing/records.ts';
import { renderAdmin, type Answers } from '../testing/render-admin.tsx';

const offers = (...allowed: string[]) =>
  allowed.map((action) => ({ __typename: 'AllowedAction', action, allowed: true, reason: null }));
const refuses = (action: string) => [
  { __typename: 'AllowedAction', action, allowed: false, reason: '已核验 / Verified' },
];
const unit = { __typename: 'Organization', id: 'Organization_2', name: '党群科', shortName: null };

function open(path: string, answers: Answers) {
  const shown = renderAdmin({ path, answers });
  const inputOf = (name: string) => shown.sent.find((one) => one.name === name)?.variables['input'];
  const readings = (name: string) => shown.sent.filter((one) => one.name === name).length;
  const retype = async (dialog: HTMLElement, label: RegExp, text: string) => {
    const input = within(dialog).getByLabelText(label);
    await shown.user.clear(input);
    await shown.user.type(input, text);
  };
  return { ...shown, inputOf, readings, retype };
}

describe('a training', () => {
  const shownAs = (node: object, more: Answers = {}) =>
    open('/trainings/Training_1', { AdminTrainingPage: { data: { node } }, ...more });

  it('is not offered for editing to whom the hub refuses it', async () => {
    shownAs({ ...training, allowedActions: refuses('editTraining') });
    await screen.findByText('第 1 场');
    expect(screen.queryByRole('button', { name: /修改培训/ })).toBeNull();
  });

  it('that was held is put right, all but its day', async () => {
    const { user, inputOf, readings, retype } = shownAs(
      { ...training, responsibleUnit: unit, allowedActions: offers('editTraining') },
      { EditTraining: { data: { result: { __typename: 'Training', id: 'Training_1' } } } },
    );
    await user.click(await screen.findByRole('button', { name: /修改培训/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByLabelText(/计划日期/)).toBeNull();
    await retype(dialog, /主题/, '重点酒店消防座谈会');
    await user.type(within(dialog).getByLabelText(/理由/), '主题录入有误');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('已保存');
    expect(inputOf('EditTraining')).toEqual({
      idempotencyKey: expect.any(String),
      id: 'Training_1',
      expectedVersion: 1,
      topic: '重点酒店消防座谈会',
      kind: 'SYMPOSIUM',
      direction: 'HELD',
      responsibleUnitId: 'Organization_2',
      itemId: null,
      plannedOn: null,
      reason: '主题录入有误',
    });
    expect(readings('AdminTrainingPage')).toBeGreaterThan(1);
  });

  it('that is planned has its day changed, too', async () => {
    const planned = { ...training, status: 'PLANNED', plannedOn: '2026-03-05' };
    const { user, inputOf } = shownAs(
      { ...planned, allowedActions: offers('editTraining') },
      { EditTraining: { data: { result: { __typename: 'Training', id: 'Training_1' } } } },
    );
    await user.click(await screen.findByRole('button', { name: /修改培训/ }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByLabelText<HTMLInputElement>(/计划日期/).value).toBe('2026-03-05');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('已保存');
    expect(inputOf('EditTraining')).toMatchObject({ plannedOn: '2026-03-05' });
  });
});

describe('a document', () => {
  const path = '/documents/InstitutionalDocument_1';
  const page = (...actions: object[]) => ({
    AdminDocumentPage: {
      data: { node: { ...document, responsibleUnit: unit, allowedActions: actions } },
    },
  });

  it('is not offered for editing to whom the hub refuses it', async () => {
    open(path, page(...refuses('editInstitutionalDocument')));
    await screen.findByText('党建主体责任扛得不牢');
    expect(screen.queryByRole('button', { name: /修改文件/ })).toBeNull();
  });

  it('keeps what was typed when somebody else was faster, and reads it again', async () => {
    const { user, inputOf, readings, retype } = open(path, {
      ...page(...offers('editInstitutionalDocument')),
      EditInstitutionalDocument: {
        data: {
          result: {
            __typename: 'ConflictError',
            code: 'CONFLICT',
            message: '已被修改 / Changed meanwhile',
            currentVersion: 2,
            fields: [],
          },
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: /修改文件/ }));
    const dialog = await screen.findByRole('dialog');
    await retype(dialog, /文件名称/, '海派艺术馆管理办法');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await user.click(await within(dialog).findByRole('button', { name: '载入最新' }));
    expect(inputOf('EditInstitutionalDocument')).toMatchObject({
      id: 'InstitutionalDocument_1',
      expectedVersion: 1,
      title: '海派艺术馆管理办法',
      responsibleUnitId: 'Organization_2',
      reason: null,
    });
    expect(within(dialog).getByDisplayValue('海派艺术馆管理办法')).toBeTruthy();
    expect(readings('AdminDocumentPage')).toBeGreaterThan(1);
  });

  it('is not sent without a title', async () => {
    const { user, inputOf } = open(path, page(...offers('editInstitutionalDocument')));
    await user.click(await screen.findByRole('button', { name: /修改文件/ }));
    const dialog = await screen.findByRole('dialog');
    await user.clear(within(dialog).getByLabelText(/文件名称/));
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    expect((await within(dialog).findByRole('alert')).textContent).toBe('必填');
    expect(inputOf('EditInstitutionalDocument')).toBeUndefined();
  });
});

describe('a measure', () => {
  it('is put right where the hub offers it', async () => {
    const [measure] = item.measures;
    const node = {
      ...item,
      measures: [{ ...measure, allowedActions: offers('editMeasure') }],
    };
    const { user, inputOf, retype } = open('/items/RectificationItem_1', {
      AdminItemPage: { data: { node } },
      EditMeasure: { data: { result: { __typename: 'CorrectiveMeasure', id: measure!.id } } },
    });
    await user.click(await screen.findByRole('button', { name: '编辑措施' }));
    const dialog = await screen.findByRole('dialog');
    await retype(dialog, /措施内容/, '每月例会');
    await user.click(within(dialog).getByRole('button', { name: /保\s*存/ }));
    await screen.findByText('已保存');
    expect(inputOf('EditMeasure')).toMatchObject({
      id: measure!.id,
      expectedVersion: measure!.version,
      text: '每月例会',
    });
  });
});
