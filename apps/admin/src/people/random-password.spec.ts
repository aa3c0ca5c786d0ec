import { refusePassword } from '@taizhang/access/rules';
import { expect, it } from 'vitest';
import { randomPassword } from './random-password.ts';

it('makes a password that the hub takes, another one each time', () => {
  const made = Array.from({ length: 200 }, randomPassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    expect(refusePassword(password, { loginName: 'office', displayName: '某科室' })).toBeNull();
  }
});
