import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What a file of the console's words exports. */
const words = async (name: string) =>
  (await import(join(root, 'apps/admin/src/text', name))) as Record<
    string,
    { events: object; audit: { subjects: object } }
  >;
const { actionChinese } = await words('action-chinese.ts');
const { actionEnglish } = await words('action-english.ts');
const { auditChinese } = await words('audit-chinese.ts');

/** Every source of the server in which an event can be written. */
const sources = ['libs', 'apps/hub/src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/node_modules|\.spec\.|\.d\.ts/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
);

const found = (pattern: RegExp) =>
  new Set(
    sources.flatMap((text) =>
      [...text.matchAll(pattern)].flatMap(([, ...names]) => names.filter(Boolean)),
    ),
  );

describe('the audit log reads as sentences: the console names', () => {
  const types = new Set([
    ...found(/\bevent: '([A-Z_]+)'/g),
    ...found(/\btype: '([A-Z_]+)',\s*(?:subjectType|\.\.\.)/g),
    ...found(/\btype: [^,;{}]*\? '([A-Z_]+)' : '([A-Z_]+)',\s*subjectType/g),
  ]);

  test('the types of events found in every way of writing them', () => {
    for (const type of ['ITEM_CLOSED', 'TOTP_ENROLLED', 'ROLE_REVOKED', 'SIGN_IN_REFUSED'])
      expect(types).toContain(type);
  });

  test.each([
    ['Chinese', actionChinese!.events],
    ['English', actionEnglish!.events],
  ])('every type of event in %s', (_language, names) => {
    expect([...types].filter((type) => !(type in names)).sort()).toEqual([]);
  });

  test('every kind of record that an event is about', () => {
    const subjects = found(/\bsubjectType: '([A-Z][A-Za-z]+)',/g);
    expect([...subjects].filter((type) => !(type in auditChinese!.audit.subjects))).toEqual([]);
  });
});
