import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { compound, heic, jpeg, office, ofd, pdf, png, webp, zip } from './harness/make-files.ts';
import { at } from './harness/read.ts';
import { keptFiles } from './harness/kept-files.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const LIMIT = 1024 * 1024;
const OPEN_XML = 'application/vnd.openxmlformats-officedocument';
const GB18030 = Buffer.from('d5fbb8c4cce8d5cb2cb1d2d2cd0d0a', 'hex');
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);
const encryptedWord = Buffer.alloc(64);
encryptedWord.writeUInt16LE(0x0100, 10);
const encryptedExcel = Buffer.from('09081000000605000000000000000000000000002f000600', 'hex');
const script = '<script>alert(1)</script>';

const relation = (type: string, mode = 'TargetMode="External"') =>
  `<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://203.0.113.1/a" ${mode}/></Relationships>`;
const related = (type: string, mode?: string) =>
  office('docx', { 'word/_rels/settings.xml.rels': relation(type, mode) });
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

describeOnEachDatabase('what a file is, by its content', (kind) => {
  let hub: TestHub;
  let client: Client;
  beforeAll(async () => {
    hub = await startTestHub(kind, { configuration: { largestUpload: LIMIT } });
    client = hub.automation;
  });
  afterAll(() => hub.stop());

  const send = (bytes: string | Uint8Array, name?: string) =>
    client.upload(bytes, {
      'content-type': 'application/x-evil',
      ...(name !== undefined && { 'x-taizhang-file-name': encodeURIComponent(name) }),
    });

  describe('is told and kept', () => {
    test.each<[string, string, string | Uint8Array, string]>([
      ['a PDF', '通知.pdf', pdf(), 'application/pdf'],
      ['an OFD', '公文.ofd', ofd(), 'application/ofd'],
      ['a Word document', '报告.DOCX', office('docx'), `${OPEN_XML}.wordprocessingml.document`],
      ['an Excel sheet', '台账.xlsx', office('xlsx'), `${OPEN_XML}.spreadsheetml.sheet`],
      ['a presentation', '汇报.pptx', office('pptx'), `${OPEN_XML}.presentationml.presentation`],
      [
        'a document with the table of its chart inside',
        '图表.docx',
        office('docx', { 'word/embeddings/Sheet1.xlsx': office('xlsx') }),
        `${OPEN_XML}.wordprocessingml.document`,
      ],
      [
        'a document with links to click',
        '链接.docx',
        related('hyperlink'),
        `${OPEN_XML}.wordprocessingml.document`,
      ],
      [
        'a document in UTF-16 with comments before its root',
        '文.docx',
        office('docx', { 'word/a.xml': utf16('<?xml version="1.0"?>\n<!-- x --><a/>') }),
        `${OPEN_XML}.wordprocessingml.document`,
      ],
      ['an older Word file', '旧文.doc', compound(['WordDocument']), 'application/msword'],
      [
        'a WPS text',
        '文字.wps',
        compound(['1Table', 'a', 'b', 'WordDocument']),
        'application/msword',
      ],
      ['an older Excel file', '旧表.xls', compound(['Workbook']), 'application/vnd.ms-excel'],
      ['a PNG', '照片.png', png(8_000, 8_000), 'image/png'],
      ['a JPEG', '照片.JPG', jpeg(8_192, 6_144), 'image/jpeg'],
      ['a WebP', '照片.webp', webp(10, 10), 'image/webp'],
      ['a HEIC', '照片.heic', heic(4_032, 3_024), 'image/heic'],
      ['a text in UTF-8', '记录.txt', '会议记录', 'text/plain; charset=utf-8'],
      ['a table in GB18030', '名单.csv', GB18030, 'text/plain; charset=gb18030'],
      ['a text that begins like a bitmap', '型号.txt', 'BM 二〇二六', 'text/plain; charset=utf-8'],
      ['a text of exactly the limit', '长.txt', 'x'.repeat(LIMIT), 'text/plain; charset=utf-8'],
    ])('%s', async (_title, name, bytes, mediaType) => {
      const { status, body } = await send(bytes, name);
      expect([status, at(body, 'mediaType'), at(body, 'byteSize')]).toEqual([
        201,
        mediaType,
        Buffer.from(bytes).length,
      ]);
    });
  });

  describe('is refused in one sentence in both languages, and nothing of it kept', () => {
    const overlapping = () => {
      const file = office('docx', { a: zeros(1), b: 'x' });
      // The directory's last entry is made to point at the bytes of the first.
      file.writeUInt32LE(0, file.lastIndexOf(Buffer.from('PK\x01\x02')) + 42);
      return file;
    };
    test.each<[string, string | Uint8Array, number, string, string?]>([
      ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 415, 'TYPE_REFUSED'],
      ['SVG called a picture', '<svg/>', 415, 'TYPE_REFUSED', '图.png'],
      ['SVG behind an XML head', '<?xml version="1.0"?><svg/>', 415, 'TYPE_REFUSED'],
      ['SVG behind a comment', '<!-- x --><svg/>', 415, 'TYPE_REFUSED'],
      ['SVG behind a byte order mark', '\uFEFF<svg/>', 415, 'TYPE_REFUSED'],
      ['HTML', '\n <!DOCTYPE html><html></html>', 415, 'TYPE_REFUSED'],
      ['HTML without its head', '<body onload="x()">', 415, 'TYPE_REFUSED'],
      ['HTML behind a word', `记录 ${script}`, 415, 'TYPE_REFUSED'],
      ['rich text', '{\\rtf1 x}', 415, 'TYPE_REFUSED'],
      ['a script', '#!/bin/sh\nls', 415, 'TYPE_REFUSED', '说明.txt'],
      ['a program', Buffer.from('7f454c46020101000000000000', 'hex'), 415, 'TYPE_REFUSED'],
      ['a GIF', Buffer.from('47494638396101000100', 'hex'), 415, 'TYPE_REFUSED'],
      [
        'a film',
        Buffer.from('00000018667479706d703432000000006d703432', 'hex'),
        415,
        'TYPE_REFUSED',
      ],
      ['bytes of no type', Buffer.from([1, 0, 2, 0, 255, 254]), 415, 'TYPE_REFUSED'],
      ['text in no encoding', Buffer.from([0x41, 0xff, 0xff, 0x41]), 415, 'TYPE_REFUSED'],
      ['text with a control sign at its end', `${'x'.repeat(70_000)}\u001b`, 415, 'TYPE_REFUSED'],
      ['nothing', '', 422, 'EMPTY'],
      ['a byte too many', 'x'.repeat(LIMIT + 1), 413, 'TOO_LARGE'],
      ['a PDF behind HTML', pdf('', '<html>'), 415, 'TYPE_REFUSED', '通知.pdf'],
      ['a PDF with HTML in its head', pdf(script), 422, 'DAMAGED'],
      ['a PDF cut off', pdf().subarray(0, 20), 422, 'DAMAGED'],
      ['a PDF with a password', pdf('trailer<</Encrypt 4 0 R>>'), 422, 'ENCRYPTED'],
      ['a PDF that is a zip too', Buffer.concat([pdf(), zip({ a: 'x' })]), 422, 'DAMAGED'],
      ['a picture that is a zip too', Buffer.concat([png(), zip({ a: 'x' })]), 422, 'DAMAGED'],
      ['a picture of 4,000 megapixels', png(65_000, 65_000), 422, 'TOO_MANY_PIXELS'],
      ['a JPEG of 4,000 megapixels', jpeg(65_000, 65_000), 422, 'TOO_MANY_PIXELS'],
      ['a WebP of 100 megapixels', webp(10_000, 10_000), 422, 'TOO_MANY_PIXELS'],
      ['a HEIC of 100 megapixels', heic(10_000, 10_000), 422, 'TOO_MANY_PIXELS'],
      ['a picture of no size', png(0, 0), 422, 'DAMAGED'],
      ['a zip file', zip({ 'a.txt': 'x' }), 415, 'TYPE_REFUSED'],
      [
        'a Word name for a plain zip',
        zip({ 'word/document.xml': 'x' }),
        415,
        'TYPE_REFUSED',
        '文.docx',
      ],
      ['an Office file without its end', office('docx').subarray(0, -22), 422, 'DAMAGED'],
      ['a path out of the archive', office('docx', { '../x': 'x' }), 422, 'DAMAGED'],
      ['a name that stands twice', office('docx', { 'WORD/document.xml': 'x' }), 422, 'DAMAGED'],
      ['macros', office('docx', { 'word/vbaProject.bin': 'x' }), 422, 'MACROS'],
      [
        'a document that says it has macros',
        zip({ '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
        422,
        'MACROS',
      ],
      [
        'macros in an inner table',
        office('docx', { 'word/embeddings/a.xlsx': office('xlsx', { 'xl/vbaProject.bin': 'x' }) }),
        422,
        'MACROS',
      ],
      ['a template from elsewhere', related('attachedTemplate'), 422, 'LEADS_OUTSIDE'],
      ['a picture from elsewhere', related('image'), 422, 'LEADS_OUTSIDE'],
      [
        'a template whose mode is written in numbers',
        related('attachedTemplate', `TargetMode='&#69;&#x78;ternal'`),
        422,
        'LEADS_OUTSIDE',
      ],
      [
        'a template from elsewhere in UTF-16',
        office('docx', { 'word/_rels/a.rels': utf16(relation('attachedTemplate')) }),
        422,
        'LEADS_OUTSIDE',
      ],
      [
        'a template from elsewhere in an inner table',
        office('docx', {
          'word/embeddings/a.xlsx': office('xlsx', { 'xl/_rels/a.rels': relation('image') }),
        }),
        422,
        'LEADS_OUTSIDE',
      ],
      [
        'a document type',
        office('docx', { 'word/a.xml': '<?xml version="1.0"?><!DOCTYPE a SYSTEM "x"><a/>' }),
        422,
        'ENTITIES',
      ],
      [
        'entities behind comments in UTF-16',
        office('docx', {
          'word/a.xml': utf16('<!-- x --> <!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        }),
        422,
        'ENTITIES',
      ],
      [
        'a document type in another encoding',
        office('docx', { 'word/a.xml': '<?xml version="1.0" encoding="UTF-7"?>+ADw-' }),
        422,
        'DAMAGED',
      ],
      [
        'a document type behind more than is looked at',
        office('docx', {
          'word/a.xml': {
            content: Buffer.from(`<!--${'x'.repeat(9_000)}--><!DOCTYPE a><a/>`),
            stored: true,
          },
        }),
        422,
        'DAMAGED',
      ],
      ['entities in an OFD', ofd({ 'Doc_0/a.xml': '<!DOCTYPE a><a/>' }), 422, 'ENTITIES'],
      ['a control', office('docx', { 'word/activeX/activeX1.bin': 'x' }), 422, 'SCRIPTS'],
      ['buttons with macros', office('xlsx', { 'customUI/customUI.xml': '<a/>' }), 422, 'SCRIPTS'],
      ['a page inside', office('docx', { 'word/afchunk.mht': 'x' }), 422, 'SCRIPTS'],
      ['a script inside', ofd({ 'Doc_0/Attachs/a.js': 'x' }), 422, 'SCRIPTS'],
      [
        'an encrypted part',
        office('docx', { a: { content: Buffer.from('x'), flags: 1 } }),
        422,
        'ENCRYPTED',
      ],
      ['a bomb by its ratio', office('xlsx', { 'xl/a.xml': zeros(30) }), 422, 'UNPACKS_TOO_LARGE'],
      [
        'a bomb by its declared size',
        office('docx', { a: { content: Buffer.from('x'), declaredSize: 0x7fffffff } }),
        422,
        'UNPACKS_TOO_LARGE',
      ],
      [
        'a bomb that hides its size',
        office('docx', { 'word/embeddings/a.xlsx': { content: zeros(20), declaredSize: 100 } }),
        422,
        'UNPACKS_TOO_LARGE',
      ],
      ['a bomb of shared bytes', overlapping(), 422, 'UNPACKS_TOO_LARGE'],
      [
        'a bomb of 20,000 parts',
        office(
          'docx',
          Object.fromEntries(
            Array.from({ length: 10_001 }, (_, n) => [
              `p${n}`,
              { content: Buffer.alloc(0), stored: true },
            ]),
          ),
        ),
        422,
        'UNPACKS_TOO_LARGE',
      ],
      [
        'an archive inside',
        office('docx', { 'word/embeddings/a.zip': zip({}) }),
        422,
        'UNPACKS_TOO_LARGE',
      ],
      [
        'a document in a document in a document',
        office('docx', { 'word/embeddings/a.docx': office('docx', { 'b.docx': office('docx') }) }),
        422,
        'UNPACKS_TOO_LARGE',
      ],
      [
        'an older Word file with a password',
        compound(['WordDocument'], encryptedWord),
        422,
        'ENCRYPTED',
      ],
      [
        'an older Excel file with a password',
        compound(['Workbook'], encryptedExcel),
        422,
        'ENCRYPTED',
      ],
      [
        'a newer file with a password',
        compound(['EncryptionInfo', 'EncryptedPackage']),
        422,
        'ENCRYPTED',
      ],
      ['an older file with macros', compound(['WordDocument', 'Macros']), 422, 'MACROS'],
      ['an installer', compound(['DigitalSignature']), 415, 'TYPE_REFUSED'],
      ['a PDF called a picture', pdf(), 422, 'NAME_MISMATCH', '图.png'],
      ['a picture called HTML', png(), 422, 'NAME_MISMATCH', '图.html'],
      ['a text called a program', 'MZ 说明', 422, 'NAME_MISMATCH', '说明.exe'],
      ['a Word document called macro-enabled', office('docx'), 422, 'NAME_MISMATCH', '文.docm'],
      ['a name that hides its ending', pdf(), 422, 'NAME_MISMATCH', '通知.pdf\u202Egpj.exe'],
      ['no ending', pdf(), 422, 'NAME_MISMATCH', '通知'],
    ])('%s', async (_title, bytes, status, code, name) => {
      const before = [await hub.db.storedFile.count(), keptFiles(hub.dataDir)];
      const answer = await send(bytes, name);
      expect([answer.status, at(answer.body, 'error.code')]).toEqual([status, code]);
      expect(at(answer.body, 'error.message')).toMatch(
        /^[^\n]*\p{Script=Han}[^\n]* \/ [^\n]*[a-z]/u,
      );
      expect([await hub.db.storedFile.count(), keptFiles(hub.dataDir)]).toEqual(before);
    });
  });
});
