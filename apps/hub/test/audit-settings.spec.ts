import { StartupError } from '@taizhang/platform';
import { expect, test } from 'vitest';
import { readConfiguration } from '../src/configuration.ts';

const read = (env: Record<string, string>) => readConfiguration(env, '/srv/taizhang');

test('unset, the audit log is hashed with SM3 and kept for ever', () => {
  expect(read({})).toMatchObject({ auditHash: 'SM3', auditRetentionDays: null });
});

test('takes the other algorithm, and a retention of 184 days or more', () => {
  expect(read({ AUDIT_HASH: 'sha256', AUDIT_RETENTION_DAYS: '184' })).toMatchObject({
    auditHash: 'SHA256',
    auditRetentionDays: 184,
  });
});

test.each([
  ['AUDIT_HASH', 'md5'],
  ['AUDIT_HASH', 'toString'],
  ['AUDIT_RETENTION_DAYS', '183'],
  ['AUDIT_RETENTION_DAYS', '0'],
  ['AUDIT_RETENTION_DAYS', '184.5'],
  ['AUDIT_RETENTION_DAYS', 'ever'],
  ['AUDIT_RETENTION_DAYS', '1e99'],
])('%s=%s ends the start with one line that names it', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(StartupError);
  expect(() => read({ [name]: value })).toThrow(new RegExp(`${name}=.*无效.*\\n?.*${name}=`));
});
