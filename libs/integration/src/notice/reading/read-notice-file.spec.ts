import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';

import { fixturePath, loadFixtures } from '../fixtures/load-fixtures.ts';
import { countTrainings, describeDocuments } from '../fixtures/summarize-notice.ts';
import { parseNotice } from '../parsing/index.ts';
import { buildDocx } from './build-docx.fixture.ts';
import { encodeGb18030 } from './encode-gb18030.fixture.ts';
import { NoticeUnreadable, readNoticeBytes, readNoticeFile } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'notice-'));
const fixture = (name: string) => {
  const found = loadFixtures().find((entry) => entry.name === name);
  if (!found) throw new Error(`no fixture ${name}`);
  return found;
};

function save(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What a notice says, whatever file it came in. */
function gist(text: string): unknown {
  const parsed = parseNotice(text);
  return {
    measures: parsed.areas.map((area) => area.items.map((item) => item.measures.length)),
    titles: parsed.areas.map((area) => area.title),
    documents: describeDocuments(parsed),
    trainings: countTrainings(parsed),
    round: parsed.round,
  };
}

async function codeFor(read: Promise<unknown>): Promise<string> {
  const error = await read.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NoticeUnreadable);
  expect((error as NoticeUnreadable).message).toMatch(/\p{Script=Han}.* \/ [A-Z]/u);
  return (error as NoticeUnreadable).code;
}

describe('plain text is read whatever its encoding', () => {
  const { text } = fixture('town-paren-measures');
  const utf16be = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

  test.each([
    ['utf-8', Buffer.from(text, 'utf8')],
    ['utf-8', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', utf16be],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['gb18030', encodeGb18030(text)],
  ])('%s', async (encoding, bytes) => {
    const read = await readNoticeFile(save('notice.txt', bytes));
    expect(read).toEqual({ text, format: 'txt', encoding });
  });
});

describe('the kind of a file follows from its content', () => {
  test('a Word document is read though its name says txt', async () => {
    const { text } = fixture('federation-items-below-chapter');
    const paragraphs = text.split('\n').map((line) => ({ text: line }));
    const read = await readNoticeFile(save('notice.txt', await buildDocx(paragraphs)));
    expect(read.format).toBe('docx');
    expect(gist(read.text)).toEqual(gist(text));
  });

  test('automatic numbers of a Word document become text', async () => {
    const bytes = await buildDocx([
      { text: '关于巡察整改进展情况的通报' },
      { text: '组织落实情况', listDepth: 0 },
      { text: '巡察反馈意见整改落实情况', listDepth: 0 },
      { text: '关于党的建设方面', listDepth: 1 },
      { text: '针对学习不够的问题。召开会议；制定《学习制度》。', listDepth: 2 },
      { text: '针对管理不严的问题。完善台账。', listDepth: 2 },
      { text: '关于作风建设方面', listDepth: 1 },
      { text: '针对服务不优的问题。走访企业。', listDepth: 2 },
    ]);
    const { text } = await readNoticeBytes(bytes);
    expect(text.split('\n').slice(1)).toEqual([
      '一、组织落实情况',
      '二、巡察反馈意见整改落实情况',
      '（一）关于党的建设方面',
      '1.针对学习不够的问题。召开会议；制定《学习制度》。',
      '2.针对管理不严的问题。完善台账。',
      '（二）关于作风建设方面',
      '1.针对服务不优的问题。走访企业。',
    ]);
    expect(parseNotice(text).areas.map((area) => area.items.length)).toEqual([2, 1]);
  });

  test('a page is read without its scripts and menus, in UTF-8 and in GB18030', async () => {
    const { text } = fixture('state-company-direct-areas');
    const lines = text.split('\n').filter((line) => line !== '');
    const html = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>通报</title><style>p{margin:0}</style></head><body><nav><a href="/">首页</a></nav><div class="article">${lines
      .map(
        (line) =>
          `<p style="text-indent:2em">&nbsp;&nbsp;<span>${line.replace(/“/g, '&ldquo;').slice(0, 30)}</span><span>${line.slice(30)}</span></p>`,
      )
      .join('\n')}</div><script>document.write("《脚本管理办法》")</script></body></html>`;
    const plainLines = html.includes('&ldquo;');
    expect(plainLines).toBe(true);
    const source = lines.map((line) => `<p>${line.replace(/“/g, '&ldquo;')}</p>`).join('');
    const page = html.replace(/<div class="article">.*<\/div>/s, `<div>${source}</div>`);
    for (const bytes of [Buffer.from(page, 'utf8'), encodeGb18030(page)]) {
      const read = await readNoticeFile(save('page.htm', bytes));
      expect(read.format).toBe('html');
      expect(read.text).not.toMatch(/首页|脚本|margin/);
      expect(gist(read.text)).toEqual(gist(text));
    }
  });

  test('a table of a page keeps its cells apart', async () => {
    const { text } = await readNoticeBytes(
      Buffer.from(
        '<html><body><table><tr><td>序号</td><td>问题</td></tr><tr><td>1</td><td>甲&amp;乙</td></tr></table></body></html>',
      ),
    );
    expect(text.split(/\s+/)).toEqual(['序号', '问题', '1', '甲&乙']);
  });

  test('a PDF is put together to the paragraphs that it was made from', async () => {
    const read = await readNoticeFile(fixturePath('state-company-direct-areas.pdf'));
    expect(read.format).toBe('pdf');
    expect(gist(read.text)).toEqual(gist(fixture('state-company-direct-areas').text));
  });

  test('spans are offsets in the text that the reader returned', async () => {
    const { text } = await readNoticeFile(fixturePath('state-company-direct-areas.pdf'));
    const [first] = parseNotice(text).documents;
    expect(text.slice(first?.source.start, first?.source.end).replace(/\s/g, '')).toBe(
      `《${first?.title}》`,
    );
  });
});

describe('a file that cannot be read says so, and what to do', () => {
  const compound = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
    ]);
  const emptyPage = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

  test.each([
    ['EMPTY', ''],
    ['EMPTY', ' \n\u3000\n'],
    ['ENCRYPTED', compound('EncryptedPackage')],
    ['LEGACY_DOC', compound('WordDocument')],
    ['LEGACY_XLS', compound('Workbook')],
    ['UNKNOWN_BINARY', compound('Something')],
    ['UNKNOWN_BINARY', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['UNKNOWN_BINARY', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 + 13) % 251))],
    ['UNKNOWN_BINARY', '{\\rtf1\\ansi 通报}'],
    ['SCANNED_PDF', emptyPage],
    ['DAMAGED', '%PDF-1.7 and nothing behind it'],
    ['DAMAGED', Buffer.from('PK\u0003\u0004 not really a zip')],
  ])('%s', async (code, content) => {
    expect(await codeFor(readNoticeFile(save('broken', content)))).toBe(code);
  });

  test('a missing file, a folder, a pipe and a protected PDF', async () => {
    expect(await codeFor(readNoticeFile(join(folder, 'nowhere.txt')))).toBe('NOT_FOUND');
    expect(await codeFor(readNoticeFile(folder))).toBe('NOT_A_FILE');
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(await codeFor(readNoticeFile(pipe))).toBe('NOT_A_FILE');
    expect(await codeFor(readNoticeFile('/dev/zero'))).toBe('NOT_A_FILE');
    expect(await codeFor(readNoticeFile(fixturePath('protected.pdf')))).toBe('ENCRYPTED');
  });

  test('a file above 20 MB is refused before it is read', async () => {
    const path = save('large.txt', '整改');
    truncateSync(path, 20 * 1024 * 1024 + 1);
    expect(await codeFor(readNoticeFile(path))).toBe('TOO_LARGE');
  });

  test('a zip that is neither a Word document nor a workbook', async () => {
    const zip = new JSZip();
    zip.file('ppt/presentation.xml', '<presentation/>');
    const bytes = await zip.generateAsync({ type: 'uint8array' });
    expect(await codeFor(readNoticeBytes(bytes))).toBe('UNKNOWN_BINARY');
  });

  test('a zip bomb is stopped while it unpacks', async () => {
    const zip = await JSZip.loadAsync(await buildDocx([{ text: '通报' }]));
    zip.file('word/document.xml', Buffer.alloc(60 * 1024 * 1024, 0x20));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    expect(bytes.length).toBeLessThan(1024 * 1024);
    expect(await codeFor(readNoticeBytes(bytes))).toBe('TOO_MUCH_INSIDE');
  });

  test('a page that nests without end is stopped, and one that nests deep is read', async () => {
    const nested = (depth: number): Buffer =>
      Buffer.from(
        `<html><body>${'<div>'.repeat(depth)}巡察整改情况${'</div>'.repeat(depth)}</body></html>`,
      );
    expect((await readNoticeBytes(nested(1_500))).text).toBe('巡察整改情况');
    expect(await codeFor(readNoticeBytes(nested(20_000)))).toBe('TOO_MUCH_INSIDE');
  });
});

test('the committed PDF is small', () => {
  expect(readFileSync(fixturePath('state-company-direct-areas.pdf')).length).toBeLessThan(200_000);
});
