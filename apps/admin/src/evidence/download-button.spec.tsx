import { screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { item } from '../testing/records.ts';
import { renderAdmin, type Answer } from '../testing/render-admin.tsx';

afterEach(() => vi.restoreAllMocks());

const evidence = {
  __typename: 'Evidence',
  id: 'Evidence_7',
  fileName: '会议纪要.pdf',
  description: null,
  mediaType: 'application/pdf',
  byteSize: 2048,
  sha256: 'ab'.repeat(32),
  status: 'PENDING',
  uploadedAt: '2026-03-01T02:00:00.000Z',
  decidedAt: null,
  decisionReason: null,
  provenance: 'ENTERED',
  version: 1,
  uploadedBy: { __typename: 'Person', displayName: '公共服务科联络员' },
  decidedBy: null,
  measure: null,
  allowedActions: [],
};

async function download(answer: Answer) {
  const opened = renderAdmin({
    path: '/items/RectificationItem_1',
    answers: {
      AdminItemPage: {
        data: { node: { ...item, evidence: { totalCount: 1, nodes: [evidence] } } },
      },
      AdminEvidenceDownload: answer,
    },
  });
  const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
  const button = await screen.findByRole('button', { name: '下载 会议纪要.pdf' });
  await opened.user.click(button);
  return assign;
}

describe('downloading evidence', () => {
  it('asks for a link at the click and follows it', async () => {
    const assign = await download({
      data: {
        node: { __typename: 'Evidence', id: 'Evidence_7', downloadUrl: '/files/7?expires=1' },
      },
    });
    await vi.waitFor(() => expect(assign).toHaveBeenCalledWith('/files/7?expires=1'));
  });

  it('says when the evidence is no longer in sight', async () => {
    const assign = await download({ data: { node: null } });
    expect(await screen.findByText(/没有取到下载链接/)).toBeTruthy();
    expect(assign).not.toHaveBeenCalled();
  });
});
