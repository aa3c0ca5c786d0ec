import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const load = async (path: string) =>
  (await import(join(root, path))) as Record<string, Record<string, Definition>>;

interface Definition {
  type: string;
  subject: string | null;
  words: string;
}

/** What a file of the console's words exports. */
const words = async (name: string) =>
  (await import(join(root, 'apps/admin/src/text', name))) as Record<
    string,
    { events: Record<string, string>; audit: { subjects: object } }
  >;
const { actionChinese } = await words('action-chinese.ts');
const { actionEnglish } = await words('action-english.ts');
const { auditChinese } = await words('audit-chinese.ts');

/** Where the events of each domain are defined. */
const files = readdirSync(join(root, 'libs'))
  .flatMap((library) => [
    `libs/${library}/src/rules/events.ts`,
    `libs/${library}/src/rules/platform-events.ts`,
  ])
  .filter((file) => existsSync(join(root, file)));
const catalogues = await Promise.all(files.map(load));
const events = catalogues.flatMap((exported) =>
  Object.values(exported).flatMap((catalogue) => Object.values(catalogue)),
);

/** Every source of the server in which an event of a domain without a catalogue can be written. */
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
    ...events.map(({ type }) => type),
    ...found(/\bevent: '([A-Z_]+)'/g),
    ...found(/\btype: '([A-Z_]+)',\s*(?:subjectType|\.\.\.)/g),
  ]);

  test('the events of every catalogue, each type once', () => {
    expect(events.map(({ type }) => type)).toEqual([...new Set(events.map(({ type }) => type))]);
    for (const type of ['TOTP_ENROLLED', 'DOCUMENT_ISSUED', 'SIGN_IN_REFUSED', 'FILE_STORED'])
      expect(types).toContain(type);
  });

  test.each([
    ['Chinese', actionChinese!.events],
    ['English', actionEnglish!.events],
  ])('every type of event in %s', (_language, names) => {
    expect([...types].filter((type) => !(type in names)).sort()).toEqual([]);
  });

  test('events as their catalogue does', () => {
    const named = (type: string) =>
      `${actionChinese!.events[type]} / ${actionEnglish!.events[type]}`;
    expect(events.filter(({ type, words: said }) => said !== named(type))).toEqual([]);
  });

  test('every kind of record that an event is about', () => {
    const subjects = [
      ...events.flatMap(({ subject }) => subject ?? []),
      ...found(/\bsubjectType: '([A-Z][A-Za-z]+)',/g),
    ];
    expect(subjects.filter((type) => !(type in auditChinese!.audit.subjects))).toEqual([]);
  });
});
