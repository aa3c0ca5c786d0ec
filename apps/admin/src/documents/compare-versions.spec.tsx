import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { document } from '../testing/records.ts';
import { renderAdmin } from '../testing/render-admin.tsx';

const version = (ordinal: number) => ({
  __typename: 'DocumentVersion',
  id: `DocumentVersion_${ordinal}`,
  ordinal,
  status: 'DRAFTING',
  documentNumber: null,
  issuedOn: null,
  effectiveOn: null,
  summary: null,
  text: `第${ordinal}版全文`,
  provenance: 'DEMO',
});
const segment = (text: string, isChanged = false) => ({ __typename: 'Segment', text, isChanged });
const action = (name: string) => ({
  __typename: 'AllowedAction',
  action: name,
  allowed: true,
  reason: null,
});
const open = (more: object, answers = {}) =>
  renderAdmin({
    path: '/documents/InstitutionalDocument_1',
    answers: { AdminDocumentPage: { data: { node: { ...document, ...more } } }, ...answers },
  });

it('compares the two newest versions and marks by more than colour what changed', async () => {
  const { sent } = open(
    { versions: [3, 2, 1].map(version) },
    {
      AdminCompareVersions: {
        data: {
          node: {
            __typename: 'InstitutionalDocument',
            id: document.id,
            compareVersions: [
              {
                __typename: 'ComparedParagraph',
                kind: 'CHANGED',
                before: [segment('每年'), segment('盘点', true)],
                after: [segment('每年'), segment('清查', true)],
              },
            ],
          },
        },
      },
    },
  );
  expect((await screen.findByText('盘点')).tagName).toBe('DEL');
  expect(screen.getByText('清查').tagName).toBe('INS');
  expect(sent.find(({ name }) => name === 'AdminCompareVersions')?.variables).toMatchObject({
    before: 2,
    after: 3,
  });
});

it('compares nothing when there is one text', async () => {
  const { sent } = open({ versions: [version(1)] });
  await screen.findByRole('heading', { name: `《${document.title}》` });
  expect(sent.some(({ name }) => name === 'AdminCompareVersions')).toBe(false);
});

it('does not issue a document without its number, its day and its file', async () => {
  const { user, sent } = open({ allowedActions: [action('issueInstitutionalDocument')] });
  await user.click(await screen.findByRole('button', { name: /印\s*发/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: /印\s*发/ }));
  expect(await within(dialog).findByText('必填')).toBeTruthy();
  expect(within(dialog).getByText('请填写有效日期（年-月-日）')).toBeTruthy();
  expect(sent.some(({ name }) => name === 'IssueInstitutionalDocument')).toBe(false);
});

it('has a button for each step that is open', async () => {
  const { user } = open({ allowedActions: [action('returnDocument'), action('repealDocument')] });
  expect(await screen.findByRole('button', { name: /废\s*止/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /退回/ }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
});
