import { describe, expect, test } from 'vitest';
import { refusePassword } from './password-rule.ts';

const owner = { loginName: 'zhengban', displayName: '整改办' };

describe('a password', () => {
  test.each(['three plain words', '长长的句子也是好密码呀对吗', 'x9!kd0qmz2Lp'])(
    '%s may be used',
    (password) => {
      expect(refusePassword(password, owner)).toBeNull();
    },
  );

  test.each([
    ['eleven char', '至少 12 位'],
    ['my ZhengBan 2027', '不能包含'],
    ['我在整改办工作已经十二年', '不能包含'],
    ['aaaaaaaaaaaa', '太常见'],
    ['abababababab', '太常见'],
    ['abcabcabcabcabc', '太常见'],
    ['012345678901', '太常见'],
    ['098765432109', '太常见'],
    ['qwertyuiopasdfgh', '太常见'],
    ['Password12345!', '太常见'],
    ['Administrator1', '太常见'],
  ])('%s is refused: %s', (password, reason) => {
    expect(refusePassword(password, owner)).toContain(reason);
  });

  test('may contain a name of one or two letters by chance', () => {
    expect(refusePassword('three plain words', { loginName: 'ai', displayName: 'L' })).toBeNull();
  });
});
