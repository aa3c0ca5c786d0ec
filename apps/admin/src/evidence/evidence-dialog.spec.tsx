import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { item } from '../testing/records.ts';
import { renderAdmin } from '../testing/render-admin.tsx';

afterEach(() => vi.unstubAllGlobals());

/** The browser's upload, answering as told; without an answer it waits to be cancelled. */
function stubUpload(answer: { status: number; body: object } | null) {
  const headers: Record<string, string> = {};
  class Upload {
    status = answer?.status ?? 0;
    responseText = JSON.stringify(answer?.body ?? null);
    upload: { onprogress?: (event: object) => void } = {};
    onload?: () => void;
    onabort?: () => void;
    open = vi.fn();
    setRequestHeader(name: string, value: string) {
      headers[name] = value;
    }
    send() {
      this.upload.onprogress?.({ loaded: 1, total: 2 });
      if (answer) queueMicrotask(() => this.onload?.());
    }
    abort() {
      this.onabort?.();
    }
  }
  vi.stubGlobal('XMLHttpRequest', Upload);
  return headers;
}

const LIMITS = {
  data: {
    uploadLimits: {
      __typename: 'UploadLimits',
      maxBytes: 20 * 1024 * 1024,
      fileEndings: ['pdf', 'docx', 'jpg'],
    },
  },
};

async function openDialog() {
  const opened = renderAdmin({
    path: '/items/RectificationItem_1',
    answers: {
      AdminItemPage: { data: { node: item } },
      AdminUploadLimits: LIMITS,
      AttachEvidence: {
        data: {
          result: {
            __typename: 'Evidence',
            id: 'Evidence_1',
            item: { __typename: 'RectificationItem', id: item.id },
          },
        },
      },
    },
  });
  await opened.user.click(await screen.findByRole('button', { name: /上传佐证/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await dialog.findByText(/不超过 20 MB/);
  // A browser offers what is accepted, but lets anything be chosen.
  const anyFile = userEvent.setup({ applyAccept: false });
  const choose = (file: File) => anyFile.upload(dialog.getByLabelText('选择文件'), file);
  const attach = () => opened.user.click(dialog.getByRole('button', { name: /上传并登记/ }));
  return { ...opened, dialog, choose, attach };
}

const minutes = new File(['%PDF-1.7'], '会议纪要.pdf', { type: 'application/pdf' });

describe('uploading evidence', () => {
  it('stores the file first, then ties it to the item', async () => {
    const headers = stubUpload({
      status: 201,
      body: { fileId: 'StoredFile_1', sha256: 'a', byteSize: 8, mediaType: 'application/pdf' },
    });
    const { choose, attach, sent } = await openDialog();
    await choose(minutes);
    await attach();
    expect(await screen.findByText('已保存')).toBeTruthy();
    expect(headers).toMatchObject({
      'X-Taizhang-Upload': '1',
      'X-Taizhang-File-Name': encodeURIComponent('会议纪要.pdf'),
      'Content-Type': 'application/pdf',
    });
    expect(sent.find(({ name }) => name === 'AttachEvidence')?.variables['input']).toMatchObject({
      itemId: item.id,
      fileId: 'StoredFile_1',
      fileName: '会议纪要.pdf',
    });
  });

  it('shows how far it is and can be cancelled', async () => {
    stubUpload(null);
    const { user, dialog, choose, attach } = await openDialog();
    await choose(minutes);
    await attach();
    expect(await dialog.findByText('正在上传 50%')).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: '取消上传' }));
    expect(await dialog.findByText('已取消上传')).toBeTruthy();
  });

  it('says the hub’s reason for refusing a file', async () => {
    stubUpload({
      status: 422,
      body: { error: { code: 'TYPE', message: '不接受这种文件 / This type is not accepted' } },
    });
    const { dialog, choose, attach } = await openDialog();
    await choose(minutes);
    await attach();
    expect(await dialog.findByText('不接受这种文件')).toBeTruthy();
  });

  it('refuses before sending what the hub would refuse: a page, an empty file, a huge one', async () => {
    stubUpload(null);
    const { dialog, choose } = await openDialog();
    await choose(new File(['<html>'], '页面.html', { type: 'text/html' }));
    expect(await dialog.findByText(/不接收这种文件（text\/html）/)).toBeTruthy();
    await choose(new File([], '空.pdf', { type: 'application/pdf' }));
    expect(await dialog.findByText('这是一个空文件。')).toBeTruthy();
    const huge = new File(['x'], '扫描件.pdf', { type: 'application/pdf' });
    Object.defineProperty(huge, 'size', { value: 60 * 1024 * 1024 });
    await choose(huge);
    expect(await dialog.findByText(/有 60 MB，超过 20 MB 的上限/)).toBeTruthy();
  });
});
