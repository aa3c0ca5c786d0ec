import { describe, expect, test } from 'vitest';
import { endingOf, refuseFileName, safeFileName } from './file-types.ts';

describe('the ending of a name', () => {
  test.each([
    ['报告.DOCX', 'docx'],
    ['报告.docx.exe', 'exe'],
    ['报告', ''],
    ['报告.', ''],
    ['a.b/c', ''],
    ['报告.一段很长很长的说明文字', ''],
  ])('of %j is %j', (name, ending) => expect(endingOf(name)).toBe(ending));
});

describe('a name and a content', () => {
  test.each([
    ['报告.pdf', 'application/pdf'],
    ['名单.CSV', 'text/plain; charset=gb18030'],
    ['照片.jpeg', 'image/jpeg'],
    ['公文.wps', 'application/msword'],
  ])('%s agrees with %s', (name, mediaType) => expect(refuseFileName(name, mediaType)).toBeNull());

  test.each([
    ['报告.pdf.exe', 'application/pdf', '.pdf'],
    ['报告', 'application/pdf', '.pdf'],
    ['图.svg', 'text/plain', '.csv'],
    ['片.mp4', 'video/mp4', '.mp4'],
  ])('%s is no name for %s: the refusal names %s', (name, mediaType, named) => {
    expect(refuseFileName(name, mediaType)).toMatch(/\p{Script=Han}.* \/ .*[a-z]/u);
    expect(refuseFileName(name, mediaType)).toContain(named);
  });
});

describe('a safe name', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\x\\报告.pdf', '报告.pdf'],
    ['..', ''],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\u202Efdp.exe', 'abfdp.exe'],
    ['a<b>:"|?*.txt', 'a_b______.txt'],
    ['  报告 . ', '报告'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
  ])('of %j is %j', (given, safe) => expect(safeFileName(given)).toBe(safe));

  test('is never cut inside a character', () => {
    const cut = safeFileName(`a${'😀'.repeat(150)}.pdf`);
    expect(cut.isWellFormed() && cut.length <= 200 && cut.endsWith('.pdf')).toBe(true);
  });
});
