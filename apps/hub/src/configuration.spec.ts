import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const read = (env: NodeJS.ProcessEnv) => readConfiguration(env, '/');

test('who may ask for the schema follows from the demonstration unless it is said', () => {
  const of = (env: NodeJS.ProcessEnv) => read(env).introspection;
  expect(of({})).toBe('everyone');
  expect(of({ DEMO: 'false' })).toBe('signed-in');
  expect(of({ DEMO: 'false', INTROSPECTION: 'nobody' })).toBe('nobody');
  expect(() => of({ INTROSPECTION: 'some' })).toThrow(/INTROSPECTION/);
});

test('the token with every right is long, and is not repeated where it is not', () => {
  const token = 'x'.repeat(32);
  expect(read({ HUB_ADMIN_TOKEN: token }).adminToken).toBe(token);
  expect(read({}).adminToken).toBeNull();
  for (const short of ['x'.repeat(31), 'secret words with spaces in between']) {
    expect(() => read({ HUB_ADMIN_TOKEN: short })).toThrow(/HUB_ADMIN_TOKEN/);
    expect(() => read({ HUB_ADMIN_TOKEN: short })).not.toThrow(new RegExp(short));
  }
});
