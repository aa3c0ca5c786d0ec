import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderAdmin } from '../testing/render-admin.tsx';
import { round } from '../testing/records.ts';

const notice = {
  __typename: 'PublicNotice',
  id: 'PublicNotice_1',
  version: 3,
  title: '整改进展通报',
  status: 'PROPOSED',
  releasedOn: null,
  returnReason: null,
  withdrawReason: null,
  omissions: [
    {
      __typename: 'PublicNoticeOmission',
      ground: 'MASS_PETITION',
      note: '涉及面广',
      item: {
        __typename: 'RectificationItem',
        id: 'RectificationItem_1',
        code: 'MH-1.1',
        title: '一',
      },
    },
  ],
  allowedActions: [{ action: 'releasePublicNotice', allowed: true, reason: null }],
};

test('a notice shows what it leaves out and why, and is released by its second signer', async () => {
  const { user, sent } = renderAdmin({
    path: '/rounds/InspectionRound_1',
    answers: {
      AdminRoundPage: { data: { node: { ...round, publicNotices: [notice] } } },
      ReleasePublicNotice: {
        data: {
          result: {
            __typename: 'PublicNotice',
            id: 'PublicNotice_1',
            round: { __typename: 'InspectionRound', id: 'InspectionRound_1' },
          },
        },
      },
    },
  });
  expect(await screen.findByText('已提请')).toBeTruthy();
  expect(screen.getByText(/可能引发群体信访 · 涉及面广/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '签发发布' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: /签发发布|确定|确认/ }));
  await expect
    .poll(() => sent.find(({ name }) => name === 'ReleasePublicNotice')?.variables)
    .toMatchObject({ input: { id: 'PublicNotice_1', expectedVersion: 3 } });
});
