import { describe, expect, test } from 'vitest';
import { CommandError, readOptions } from './options.ts';
import { describeChanges, describeOutcome } from './show-changes.ts';

describe('the command line of the import', () => {
  test('takes one file and its options', () => {
    expect(readOptions(['notice.docx', '--dry-run', '--organization', 'MH-WL'])).toMatchObject({
      file: 'notice.docx',
      dryRun: true,
      json: false,
      organization: 'MH-WL',
    });
  });

  test('answers a call for help with none', () => {
    expect(readOptions(['--help'])).toBeNull();
  });

  test.each([
    ['no file', []],
    ['two files', ['a.txt', 'b.txt']],
    ['an unknown option', ['a.txt', '--force']],
    ['an option without its value', ['a.txt', '--organization']],
    ['a token without a URL', ['a.txt', '--token', 't']],
  ])('refuses %s in one line of both languages', (_title, args) => {
    expect(() => readOptions(args)).toThrow(CommandError);
    expect(() => readOptions(args)).toThrow(/[一-鿿].* \/ .*[a-zA-Z]/);
  });
});

test('the difference lists what changes word by word, and only counts the rest', () => {
  const text = describeChanges({
    __typename: 'NoticeImport',
    dryRun: true,
    round: null,
    warnings: [{ message: '序号跳过 / skipped', line: 3 }],
    dropped: [{ text: '三、下一步打算', line: 9, message: '打算 / a plan' }],
    unmatched: [{ path: [1, 2], words: '综合科' }],
    act: null,
    changes: [
      {
        kind: 'CREATED',
        entity: 'ITEM',
        path: [1, 2],
        before: null,
        after: '新问题',
        reason: null,
      },
      {
        kind: 'CHANGED',
        entity: 'MEASURE',
        path: [1, 1, 1],
        before: '原措施',
        after: '新措施',
        reason: null,
      },
      { kind: 'MISSING', entity: 'AREA', path: [3], before: '旧方面', after: null, reason: null },
      {
        kind: 'REFUSED',
        entity: 'ITEM',
        path: [2, 1],
        before: '已撤回的问题',
        after: '改过的问题',
        reason: '不能修改 / It cannot be changed',
      },
    ],
  });
  expect(text).toMatch(/问题 items：新增 1/);
  expect(text).not.toContain('新问题');
  expect(text).toMatch(/~ 1\.1\.1\n {4}- 原措施\n {4}\+ 新措施/);
  expect(text).toMatch(/\? 3\n {4}- 旧方面/);
  expect(text).toMatch(
    /x 2\.1 不能修改 \/ It cannot be changed\n {4}- 已撤回的问题\n {4}\+ 改过的问题/,
  );
  expect(text).toContain('! 3: 序号跳过');
  expect(text).toContain('- 9: 打算 / a plan：三、下一步打算');
  expect(text).toMatch(/@ 1\.2 .*not in the ledger：综合科/);
});

test('the outcome says what was left as it was, and why', () => {
  const outcome = (status: 'DONE' | 'RUNNING' | 'FAILED') =>
    describeOutcome({
      __typename: 'NoticeImport',
      dryRun: false,
      round: { code: 'R-2025', title: '整改' },
      warnings: [],
      dropped: [],
      unmatched: [],
      changes: [],
      act: {
        id: 'Act_1',
        status,
        error: status === 'FAILED' ? '已取消 / Cancelled' : null,
        progress: { done: 3, total: 8 },
        result: { leftCount: 1, left: [{ label: '问题甲', reason: '有人改过 / changed' }] },
      },
    });
  expect(outcome('DONE')).toBe('已导入 R-2025 整改 / imported\n  x 问题甲 有人改过 / changed');
  expect(outcome('RUNNING')).toMatch(/3\/8.*Act_1/);
  expect(outcome('FAILED')).toContain('已取消');
});
